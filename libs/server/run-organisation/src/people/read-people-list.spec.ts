import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readPeopleList } from './read-people-list';

const sam = { name: 'Sam Hill', email: 'sam@school.test', roles: ['leader'] };
const messages = (text: string): string[] => readPeopleList(text).faults.map(({ line, message }) => `${line} ${message}`);

test.each([
  ['commas', 'name,email,roles\nSam Hill,sam@school.test,leader'],
  ['semicolons, columns in another order', 'Roles;Email;Name\nleader;sam@school.test;Sam Hill'],
  ['tabs and Windows line ends', 'name\temail\troles\r\nSam Hill\tsam@school.test\tleader\r\n'],
  ['a byte order mark, old line ends, empty lines', '\uFEFFname,email,roles\r\rSam Hill,sam@school.test,leader\r'],
  ['quoted cells and capitals', '"name","email","roles"\n"Sam Hill","sam@SCHOOL.test","LEADER"'],
  ['the columns of our own export', 'name,email,roles,access\nSam Hill,sam@school.test,leader,allowed'],
])('row 2: a list with %s is read', (_, text) => {
  expect(readPeopleList(text)).toMatchObject({ people: [sam], faults: [] });
});

test.each([
  ['nothing', '', '1 There is nobody here yet'],
  ['a first line only', 'name,email,roles\n', '1 There are no people below'],
  ['a workbook', 'PK\u0003\u0004...', '1 This is not text'],
  ['letters that were lost', 'name,email,roles\nJos\uFFFD,a@b.test,leader', '1 This is not text'],
  ['no first line', 'Sam Hill,sam@school.test,leader\nJo,jo@school.test,leader', '1 There is no column “name”'],
])('row 1: %s is refused', (_, text, expected) => {
  expect(readPeopleList(text).people).toEqual([]);
  expect(messages(text)[0]).toContain(expected);
});

test.each([
  ['a quotation mark that is not closed', 'name,email,roles\nSam,sam@school.test,leader\n"Jo,jo@school.test,leader\n', 'A quotation mark'],
  ['a column twice', 'name,name,email,roles\na,b,c@d.test,leader', 'The column “name” is there twice.'],
  ['a column that nobody knows', 'name,email,roles,shoe size\na,c@d.test,leader,43', 'The column “shoe size” is not known here.'],
  ['more cells than columns', 'name,email,roles\nSam,sam@school.test,leader,coach', 'There are more cells on this line'],
  ['an address twice', 'name,email,roles\nA,a@b.test,leader\nB,A@b.test,coach', '3 This address is on line 2 already.'],
  ['no role', 'name,email,roles\nSam,sam@school.test,', 'roles: none is named.'],
  ['an odd role', 'name,email,roles\nSam,sam@school.test,leader; head', '2 roles: “head” is not one.'],
])('row 3: %s is named with its line', (_, text, expected) => {
  expect(messages(text).join('\n')).toContain(expected);
});

test('whatever is pasted is answered with people or with faults, never with a crash, and lines lie within the text', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('name', 'email', 'roles', '"', '=', '\n', '\r', 'leader', 'a@b.test'));
  const text = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }).map((rows) => rows.map((row) => row.join(',')).join('\n'));
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((rest) => `name,email,roles\n${rest}`),
      ),
      (pasted) => {
        const { people, faults } = readPeopleList(pasted);
        expect(people.length + faults.length).toBeGreaterThan(0);
        const lines = pasted.split(/\r\n?|\n/).length;
        for (const { line } of [...people, ...faults]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      },
    ),
  );
});
