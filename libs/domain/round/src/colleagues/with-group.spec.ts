import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InvitedGroupCode } from '../groups';
import { asLines } from './as-lines';
import { groupWord } from './group-names';
import { type LaunchingParties, readColleagues } from './read-colleagues';
import { lineOf, withGroup } from './with-group';

const parties: LaunchingParties = { leader: 'ada@school.test', coach: null, domains: [], asciiDomain: () => null };
const read = (text: string) => readColleagues(text, parties);
const groups = Object.keys(groupWord) as InvitedGroupCode[];

test('a line without a group, or with a word that is none, gets the chosen one; all others stay as they are', () => {
  const text = 'Sam Hill <sam@x.test>\n\nHill, Bo <bo@x.test>, deputy\nKim Vale, kim@x.test, peer';
  expect(withGroup(text, { line: 1, email: 'sam@x.test' }, 'peer')).toBe(text.replace('<sam@x.test>', '<sam@x.test>, peer'));
  expect(withGroup(text, { line: 3, email: 'bo@x.test' }, 'direct_report')).toBe(text.replace('deputy', 'direct report'));
  expect(withGroup(text, { line: 4, email: 'kim@x.test' }, 'other')).toBe(
    text.replace('Kim Vale, kim@x.test, peer', 'Kim Vale <kim@x.test>, governor or partner'),
  );
});

test('half of a name is never taken for a group and thrown away', () => {
  expect(withGroup('Hill, Sam, sam@x.test', { line: 1, email: 'sam@x.test' }, 'peer')).toBe('Hill, Sam <sam@x.test>, peer');
});

test.each(['nonsense', 'Sam <a@x.test>; Bo <b@x.test>', ''])('a line that is no colleague is left alone: %s', (line) => {
  expect(withGroup(`${line}\nBo <bo@x.test>`, { line: 1, email: 'a@x.test' }, 'peer')).toBe(`${line}\nBo <bo@x.test>`);
});

test('a table becomes plain lines, and the group goes to the right row, whatever stands between', () => {
  const table = '\nname;email;group\n"Hill;\nSam";sam@x.test;peer\n\nBo;bo@x.test;\n';
  expect(asLines(table)).toBe('Hill; Sam <sam@x.test>, peer\nBo <bo@x.test>');
  expect(read(table).groupless).toEqual([{ line: 6, name: 'Bo', email: 'bo@x.test' }]);
  expect(withGroup(table, { line: 6, email: 'bo@x.test' }, 'direct_report')).toBe(
    'Hill; Sam <sam@x.test>, peer\nBo <bo@x.test>, direct report',
  );
});

test('a list that has changed since it was read: the address says who is meant, and nobody else’s group is changed', () => {
  const table = 'name,email\nSam,sam@x.test\nBo,bo@x.test\nKim,KIM@x.test';
  const read = [2, 3, 4].map((line, at) => ({ line, email: ['sam@x.test', 'bo@x.test', 'kim@x.test'][at] ?? '' }));
  const quick = read.reduce((text, meant, at) => withGroup(text, meant, groups[at] ?? 'peer'), table);
  expect(quick).toBe('Sam <sam@x.test>, line manager\nBo <bo@x.test>, peer\nKim <KIM@x.test>, direct report');
});

test('row 3: a table whose header or quotation marks are wrong stays as it is, so that its faults are named', () => {
  for (const table of ['name,group\nSam,peer', 'name,email,email\nSam,a@x.test,b@x.test', 'name,email\n"Sam,a@x.test'])
    expect(asLines(table)).toBe(table);
});

test('row 6: a row with more cells than the header keeps them, and is refused as it would have been', () => {
  expect(asLines('name,email\nSam,sam@x.test\nBo,bo@x.test,peer,Science')).toBe('Sam <sam@x.test>\nBo, bo@x.test, peer, Science');
});

const word = fc.stringMatching(/^[A-Za-z'’.=+@-]{1,12}$/);
const person = fc.record({
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  address: fc.stringMatching(/^[a-z0-9.]{1,8}$/).filter((local) => /^[a-z0-9]([a-z0-9.]*[a-z0-9])?$/.test(local) && !local.includes('..')),
  group: fc.option(fc.constantFrom(...groups)),
});

test('whatever the list, choosing groups one by one ends with everybody in the chosen one, and nobody lost', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { selector: ({ address }) => address, minLength: 1, maxLength: 8 }),
      fc.array(fc.constantFrom(...groups), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      (people, choices, asTable) => {
        const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        let text = asTable
          ? [
              'name,email,group',
              ...people.map(({ name, address, group }) => [name, `${address}@x.test`, group ? groupWord[group] : ''].map(cell).join()),
            ].join('\n')
          : people.map(({ name, address, group }) => lineOf(name, `${address}@x.test`, group)).join('\n');
        const before = read(text);
        for (;;) {
          const [next] = read(text).groupless;
          if (!next) break;
          text = withGroup(text, next, choices.pop() ?? 'peer');
        }
        const after = read(text);
        const emails = ({ colleagues, groupless }: typeof after): string[] =>
          [...colleagues, ...groupless].map(({ email }) => email).toSorted();
        expect(emails(after)).toEqual(emails(before));
        for (const kept of before.colleagues)
          expect(after.colleagues.find(({ email }) => email === kept.email)).toMatchObject({ name: kept.name, group: kept.group });
      },
    ),
  );
});
