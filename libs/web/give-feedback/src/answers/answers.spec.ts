import { expect, test } from '@jest/globals';
import type { Sheet } from '@facet/contract';
import { changesTo, flatten, sameAnswer, toSave } from './answers';

const sheet: Sheet = { ratings: { '1.1': 4, '1.2': null }, comments: { '1': { seen: 'In May.', help: 'Time.' } }, named: true };

test('a sheet is laid out as one list of answers', () => {
  expect(flatten(sheet)).toEqual({ '1.1': 4, '1.2': null, '1.seen': 'In May.', '1.help': 'Time.', named: true });
});

test('a comment that differs by nothing but spaces round it is no change, and neither is an empty one where there was none', () => {
  expect(changesTo(flatten(sheet), { '1.seen': '  In May. \n', '2.seen': '   ', '1.1': 4 })).toEqual({});
});

test('“not observed” is an answer of its own: neither nothing nor zero', () => {
  expect(sameAnswer(null, undefined)).toBe(false);
  expect(sameAnswer(null, 0)).toBe(false);
});

test('emptying a comment is a change', () => {
  expect(changesTo(flatten(sheet), { '1.seen': '' })).toEqual({ '1.seen': '' });
});

test('what is saved names the next revision and nothing that has not changed, but both comments of a quality together', () => {
  expect(toSave(8, flatten(sheet), { '2.1': 3, '1.2': 5, '1.help': 'More time.' })).toEqual({
    rev: 8,
    ratings: { '2.1': 3, '1.2': 5 },
    comments: { '1': { seen: 'In May.', help: 'More time.' } },
  });
  expect(toSave(1, {}, { named: true })).toEqual({ rev: 1, named: true });
});
