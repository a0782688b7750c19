import { expect, test } from '@jest/globals';
import { linesRead, readInWords } from './lines-read';

const sam = { line: 1, name: 'Sam', email: 'sam@school.example' };
const read = {
  colleagues: [{ ...sam, group: 'peer' as const }],
  groupless: [{ line: 3, name: 'Bo', email: 'bo@school.example' }],
  errors: [
    { line: 3, message: 'no group' },
    { line: 4, message: 'no address' },
  ],
  warnings: [{ line: 1, message: 'outside' }],
};

test('row 7: each line of the box has its own row with what is wrong or doubtful about it, in the order of the box', () => {
  expect(linesRead(read)).toEqual([
    { line: 1, person: { name: 'Sam', email: 'sam@school.example' }, group: 'peer', errors: [], warnings: ['outside'] },
    { line: 3, person: { name: 'Bo', email: 'bo@school.example' }, group: null, errors: ['no group'], warnings: [] },
    { line: 4, person: null, group: null, errors: ['no address'], warnings: [] },
  ]);
});

test('what was understood is said in one sentence, in the singular and the plural', () => {
  expect(readInWords(read)).toBe('2 colleagues read. 2 lines need attention.');
  expect(readInWords({ ...read, groupless: [], errors: [] })).toBe('1 colleague read.');
  expect(readInWords({ ...read, errors: read.errors.slice(1) })).toContain('1 line needs attention.');
});
