import { expect, test } from '@jest/globals';
import { exampleSettings } from './example-settings';
import { readSettings } from './settings';

const faults = (changed: Readonly<Record<string, string>>): string[] => {
  const read = readSettings({ ...exampleSettings, ...changed });
  return read.ok ? [] : read.faults.map(({ setting }) => setting);
};

test('settings are read as they were meant', () => {
  const read = readSettings({ ...exampleSettings, domains: '@School.example, schule-münchen.example', 'mail-days': 'mon, Wed' });
  expect(read).toMatchObject({
    settings: {
      ...{ name: 'Hill Street School', 'retention-months': 24, zone: 'Europe/London', 'mail-days': [1, 3] },
      domains: ['school.example', 'xn--schule-mnchen-3ob.example'],
      'mail-hours': { from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } },
    },
  });
});

test('every setting that is missing is named in a sentence, at once', () => {
  const read = readSettings({});
  expect(read.ok ? [] : read.faults.map(({ setting }) => setting)).toEqual([
    ...['name', 'administrator-name', 'administrator-email', 'controller', 'purpose', 'contact', 'safeguarding-contact', 'zone', 'domains'],
  ]);
  for (const { message } of read.ok ? [] : read.faults) expect(message).toMatch(/^Write .*\.$/);
});

test.each([
  ['name', ' '],
  ['name', 'x'.repeat(121)],
  ['administrator-email', 'ruth'],
  ['administrator-email', 'ruth@school.example, evil@mail.example'],
  ['zone', 'Europe/Londn'],
  ['zone', 'UTC+25'],
  ['domains', ''],
  ['domains', 'school.example, school'],
  ['domains', 'ruth@school.example'],
  ['retention-months', '0'],
  ['retention-months', '121'],
  ['retention-months', '2.5'],
  ['retention-months', 'two years'],
  ['mail-days', 'Mon,Funday'],
  ['mail-hours', '18:00-08:00'],
  ['mail-hours', '8-18'],
])('%s “%s” is refused by its name', (setting, value) => {
  expect(faults({ [setting]: value })).toEqual([setting]);
});

test.each(['\r\nBcc: evil@mail.example', '\tx', 'a\u0000b', 'a\u2028b'])(
  'row 13: a line break or control character is in no setting (%j)',
  (text) => {
    for (const setting of ['name', 'administrator-name', 'controller', 'purpose', 'contact', 'safeguarding-contact', 'sender-name'])
      expect(faults({ [setting]: `Hill${text}x` })).toEqual([setting]);
  },
);

test('row 52: a setting that nobody knows is refused', () => {
  expect(faults({ k: '2', __proto__: 'x' })).toEqual(['k']);
  expect(faults({ 'retention-month': '24' })).toEqual(['retention-month']);
});
