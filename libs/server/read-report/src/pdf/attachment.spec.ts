import { expect, test } from '@jest/globals';
import { fileNameOf } from '@facet/report-in-words';
import { attachment } from './attachment';

const named = (leader: string) => fileNameOf({ leader, sealedOn: '9 December 2026' }, 'pdf');

test('a file is named after its leader and the day, whatever letters the name has', () => {
  expect(named('Ada Okafor')).toBe('Report of Ada Okafor, 9 December 2026.pdf');
  expect(named('Zoë O’Neill-Łuk')).toBe('Report of Zoë O’Neill-Łuk, 9 December 2026.pdf');
  expect(named('עדה')).toBe('Report of עדה, 9 December 2026.pdf');
});

test('row 73: no name leads out of a folder, ends the header or is too long for a disk', () => {
  for (const name of [
    '../../etc/passwd',
    'C:\\Windows',
    'NUL',
    'A\r\nSet-Cookie: x=1',
    'A"; filename="b.exe',
    '\u202egpj.exe',
    'é'.repeat(300),
  ]) {
    const header = attachment(named(name));
    expect(header).toMatch(/^attachment; filename="Report of [\w ,.'-]+\.pdf"; filename\*=UTF-8''[\w.%-]+\.pdf$/);
    expect(named(name)).not.toMatch(/[\\/:"\r\n\u202e]/);
    expect(Buffer.byteLength(named(name))).toBeLessThan(255);
  }
});

test('row 73: programs that read UTF-8 get the name in full, others without its marks', () => {
  expect(attachment(named('Zoë Łuk'))).toBe(
    `attachment; filename="Report of Zoe _uk, 9 December 2026.pdf"; filename*=UTF-8''Report%20of%20Zo%C3%AB%20%C5%81uk%2C%209%20December%202026.pdf`,
  );
});
