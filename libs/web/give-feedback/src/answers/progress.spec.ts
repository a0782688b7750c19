import { expect, test } from '@jest/globals';
import { surveyForTests } from '../testing/survey-for-tests';
import { missingIn, missingOf, nothingObserved, whereToResume } from './progress';

const { framework } = surveyForTests();
const codes = framework.qualities.flatMap((quality) => quality.behaviours.map(({ code }) => code));
const first = (count: number) => Object.fromEntries(codes.slice(0, count).map((code) => [code, null]));

test('a colleague goes on at the first behaviour that is open, wherever they have skipped one', () => {
  expect(whereToResume(framework, {})).toEqual({ quality: 0, behaviour: '1.1' });
  expect(whereToResume(framework, first(13))).toEqual({ quality: 3, behaviour: '4.1' });
  expect(whereToResume(framework, { ...first(30), '2.2': 3 })).toBeNull();
  expect(whereToResume(framework, Object.fromEntries(codes.filter((code) => code !== '2.2').map((code) => [code, 1])))).toEqual({
    quality: 1,
    behaviour: '2.2',
  });
});

test('“not observed” answers a behaviour; a comment or the confirmation of a name answers none', () => {
  expect(missingOf(framework, first(30))).toEqual([]);
  expect(missingOf(framework, { '1.seen': 'In May.', named: true })).toHaveLength(30);
  expect(framework.qualities.map((quality) => missingIn(quality, first(7)).length)).toEqual([0, 2, 4, 5, 3, 5, 4]);
});

test('row 29: nothing is observed only when every behaviour is marked so', () => {
  expect(nothingObserved(framework, first(30))).toBe(true);
  expect(nothingObserved(framework, first(29))).toBe(false);
  expect(nothingObserved(framework, { ...first(30), '7.4': 1 })).toBe(false);
});
