import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readSettingsFile } from './read-settings-file';

const folder = await mkdtemp(join(tmpdir(), 'settings-'));
const inFile = async (text: string) => {
  const path = join(folder, 'settings.yaml');
  await writeFile(path, text);
  return readSettingsFile(path);
};

test('each line is taken as it was written, and a list as its entries', async () => {
  const text = '# ours\nname: Hill Street\nretention-months: 24\nmail-hours: 08:00-18:00\nzone: no\ndomains: [a.example, b.example]\n';
  expect(await inFile(text)).toEqual({
    read: true,
    given: {
      ...{ name: 'Hill Street', 'retention-months': '24', 'mail-hours': '08:00-18:00', zone: 'no' },
      domains: 'a.example, b.example',
    },
  });
});

test.each([
  ['a list', '- a\n'],
  ['a sentence', 'hello'],
  ['settings inside settings', 'mail:\n  days: Mon\n'],
  ['a setting twice', 'name: a\nname: b\n'],
  ['a bracket that is not closed', 'domains: [a'],
  ['aliases', 'a: &a x\nb: *a\n'],
  ['no text at all', '\0\0'],
])('%s is no file of settings', async (_, text) => {
  expect(await inFile(text)).toMatchObject({ read: false });
});

test('a file that is not there is said', async () => {
  expect(await readSettingsFile(join(folder, 'none.yaml'))).toEqual({ read: false, reason: 'There is no such file.' });
});
