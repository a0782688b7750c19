import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findExposed } from './find-exposed';
import { colleagues, meanOf, meanOfMeans } from './numbers.examples';
import type { PublishedNumber } from './published-number';

const peers = colleagues(4);
const reports = colleagues(2, 4);
const stakeholders = colleagues(3, 6);
const nobody = { knows: [] };
const exposed = (numbers: readonly PublishedNumber[], minimum = 3, knows: readonly number[] = []) =>
  findExposed(numbers, minimum, { knows });

test('two direct reports are exposed when all others are shown beside the peers', () => {
  expect(exposed([meanOf(peers), meanOf([...peers, ...reports])])).toEqual([reports]);
});

test('two direct reports are exposed when two groups are shown beside all others', () => {
  expect(exposed([meanOf(peers), meanOf(stakeholders), meanOf([...peers, ...reports, ...stakeholders])])).toEqual([reports]);
});

test('two hidden groups that are five together are not exposed by all others', () => {
  expect(exposed([meanOf(peers), meanOf([...peers, ...reports, ...stakeholders])])).toEqual([]);
});

test('two groups shown as one are not exposed', () => {
  const together = [...reports, ...stakeholders];
  expect(exposed([meanOf(peers), meanOf(together), meanOf([...peers, ...together])])).toEqual([]);
});

test('a group that is left out of every number is not exposed', () => {
  expect(exposed([meanOf(peers), meanOf(stakeholders), meanOf([...peers, ...stakeholders])])).toEqual([]);
});

test('a colleague who joins between two reports is exposed, three who join together are not', () => {
  expect(exposed([meanOf(colleagues(3)), meanOf(colleagues(4))])).toEqual([[3]]);
  expect(exposed([meanOf(colleagues(3)), meanOf(colleagues(6))])).toEqual([]);
});

test('row 40: a colleague who is erased from a report that is made again is exposed', () => {
  expect(exposed([meanOf(colleagues(4)), meanOf(colleagues(3))])).toEqual([[3]]);
});

test('a colleague whose corrected answer refreshes a report is exposed', () => {
  const before = meanOf(colleagues(4));
  const corrected = { rater: 3, behaviour: '1.1, corrected', over: 1, under: 4 };
  expect(exposed([before, { name: 'after', terms: [...before.terms.slice(0, 3), corrected] }])).toEqual([[3]]);
});

test('a viewer who is one of a group of three exposes the other two, and one of four exposes nobody', () => {
  expect(exposed([meanOf(colleagues(3))], 3, [0])).toEqual([[1, 2]]);
  expect(exposed([meanOf(colleagues(4))], 3, [0])).toEqual([]);
});

test('a behaviour that two of three have seen exposes them when its mean is shown', () => {
  expect(exposed([meanOf([0, 1, 2], '1.1'), meanOf([0, 1], '1.2')])).toEqual([[0, 1]]);
});

test('a behaviour that two of three have seen exposes them when it is hidden inside the score of its quality', () => {
  const [first, second] = [meanOf([0, 1, 2], '1.1'), meanOf([0, 1], '1.2')];
  expect(exposed([first, meanOfMeans(first, second)])).toEqual([[0, 1]]);
});

test('a behaviour that two of three have seen exposes nobody when it is hidden and enters no score', () => {
  const [first, third] = [meanOf([0, 1, 2], '1.1'), meanOf([0, 1, 2], '1.3')];
  expect(exposed([first, third, meanOfMeans(first, third)])).toEqual([]);
});

test('means by colleague beside means by behaviour expose whoever has not observed something', () => {
  // Five colleagues on three behaviours; one has not seen the third, so that their own mean has two ratings and not three.
  const rated = colleagues(5).map((rater) => ({ rater, behaviours: rater === 4 ? ['1.1', '1.2'] : ['1.1', '1.2', '1.3'] }));
  const byBehaviour = ['1.1', '1.2', '1.3'].map((behaviour) =>
    meanOf(
      rated.filter(({ behaviours }) => behaviours.includes(behaviour)).map(({ rater }) => rater),
      behaviour,
    ),
  );
  const byRater: PublishedNumber = {
    name: 'mean of the colleagues’ own means',
    terms: rated.flatMap(({ rater, behaviours }) =>
      behaviours.map((behaviour) => ({ rater, behaviour, over: 1, under: behaviours.length * 5 })),
    ),
  };
  expect(exposed(byBehaviour)).toEqual([]);
  expect(exposed([byRater])).toEqual([]);
  expect(exposed([...byBehaviour, byRater])).toEqual([[4]]);
});

test('combinations of many numbers are found, also where each of them is safe beside any other', () => {
  // Sums of neighbours on a ring of five fix every single one; on a ring of six they leave one degree of freedom.
  const ring = (size: number) => colleagues(size).map((rater) => meanOf([rater, (rater + 1) % size]));
  expect(findExposed(ring(5), 2, nobody)).toEqual(colleagues(5).map((rater) => [rater]));
  expect(findExposed(ring(6), 2, nobody)).toEqual([]);
});

test('the difference of two colleagues is something about the two', () => {
  expect(exposed([meanOf([0, 2, 3, 4]), meanOf([1, 2, 3, 4])])).toEqual([[0, 1]]);
});

test('where fewer than k have answered, every number exposes them, and no number exposes nobody', () => {
  expect(exposed([meanOf([0, 1])])).toEqual([[0, 1]]);
  expect(exposed([])).toEqual([]);
  expect(exposed([{ name: 'a constant', terms: [] }])).toEqual([]);
});

test('what cancels out exposes nobody', () => {
  const gone = { name: 'nothing', terms: [1, -1].map((over) => ({ rater: 0, behaviour: '1.1', over, under: 2 })) };
  expect(exposed([gone])).toEqual([]);
});

test('a number that rests on a rater with a weight that is no fraction is refused', () => {
  const odd = (over: number, under: number) => [{ name: 'odd', terms: [{ rater: 0, behaviour: '1.1', over, under }] }];
  for (const [over, under] of [
    [1, 0],
    [1, -2],
    [0.5, 2],
    [1, Number.NaN],
  ] as const)
    expect(() => exposed(odd(over, under))).toThrow(RangeError);
});

/** The same question answered slowly and straight from its definition: every set, and both ranks, in fractions of whole numbers. */
const exposedByDefinition = (numbers: readonly PublishedNumber[], minimum: number, raters: number): number | null => {
  const matrix = (outside: readonly number[]) => {
    const columns = outside.flatMap((rater) => ['a', 'b'].map((behaviour) => ({ rater, behaviour })));
    return numbers.map(({ terms }) =>
      columns.map((column) =>
        terms
          .filter(({ rater, behaviour }) => rater === column.rater && behaviour === column.behaviour)
          .reduce((sum, { over, under }) => sum + BigInt((over * 60) / under), 0n),
      ),
    );
  };
  const everybody = colleagues(raters);
  const whole = rankOf(matrix(everybody));
  const sizes = Array.from({ length: 2 ** raters }, (_, bits) => everybody.filter((rater) => Math.floor(bits / 2 ** rater) % 2 === 1))
    .filter((set) => set.length > 0 && set.length < minimum)
    .filter((set) => whole > rankOf(matrix(everybody.filter((rater) => !set.includes(rater)))))
    .map((set) => set.length);
  return sizes.length > 0 ? Math.min(...sizes) : null;
};

/** Bareiss 1968: elimination without fractions. */
const rankOf = (rows: bigint[][]): number => {
  let rank = 0;
  let previous = 1n;
  const width = rows[0]?.length ?? 0;
  const at = (row: number, column: number): bigint => rows[row]?.[column] ?? 0n;
  for (let column = 0; column < width; column += 1) {
    const found = rows.findIndex((_, row) => row >= rank && at(row, column) !== 0n);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found] ?? [], rows[rank] ?? []];
    const pivot = at(rank, column);
    for (let row = rank + 1; row < rows.length; row += 1)
      rows[row] = (rows[row] ?? []).map((value, index) => (value * pivot - at(row, column) * at(rank, index)) / previous);
    previous = pivot;
    rank += 1;
  }
  return rank;
};

const weight = fc.record({
  rater: fc.integer({ min: 0, max: 5 }),
  behaviour: fc.constantFrom('a', 'b'),
  over: fc.integer({ min: -2, max: 2 }),
  under: fc.constantFrom(1, 2, 3, 4, 5),
});
const anyNumbers = fc.array(fc.record({ name: fc.constant('any'), terms: fc.array(weight, { maxLength: 8 }) }), { maxLength: 6 });
const sums = fc.array(
  fc.subarray([0, 1, 2, 3, 4, 5]).map((raters) => meanOf(raters, 'a')),
  { maxLength: 6 },
);

test('any numbers at all get the answer that the definition gives, worked out slowly and in whole numbers', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.oneof(anyNumbers, sums), fc.integer({ min: 2, max: 5 }), (numbers, minimum) => {
      const sets = findExposed(numbers, minimum, nobody);
      if (sets.length > 0) found += 1;
      expect(sets[0]?.length ?? null).toBe(exposedByDefinition(numbers, minimum, 6));
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('a colleague whose answers are known is one that the numbers never held', () => {
  fc.assert(
    fc.property(anyNumbers, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 5 }), (numbers, minimum, known) => {
      const without = numbers.map(({ name, terms }) => ({ name, terms: terms.filter(({ rater }) => rater !== known) }));
      expect(exposed(numbers, minimum, [known])).toEqual(exposed(without, minimum));
    }),
  );
});
