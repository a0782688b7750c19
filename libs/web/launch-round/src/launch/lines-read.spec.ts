import { expect, test } from '@jest/globals';
import { linesRead, readInWords } from './lines-read';

const groups = [{ code: 'peer' as const, label: 'Peers', confidential: true }];
const sam = { line: 1, name: 'Sam', email: 'sam@school.example', group: 'peer' as const };
const read = { colleagues: [sam], errors: [{ line: 3, message: 'no group' }], warnings: [{ line: 1, message: 'outside' }] };

test('row 7: each line of the box has its own row with what is wrong or doubtful about it, in the order of the box', () => {
  expect(linesRead(read, groups)).toEqual([
    { line: 1, colleague: { name: 'Sam', email: 'sam@school.example', group: 'Peers' }, errors: [], warnings: ['outside'] },
    { line: 3, colleague: null, errors: ['no group'], warnings: [] },
  ]);
});

test('what was understood is said in one sentence, in the singular and the plural', () => {
  expect(readInWords(read)).toBe('1 colleague read. 1 line needs attention.');
  expect(readInWords({ ...read, colleagues: [sam, sam], errors: [] })).toBe('2 colleagues read.');
  expect(readInWords({ ...read, errors: [...read.errors, { line: 4, message: 'no address' }] })).toContain('2 lines need attention.');
});
