import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { alpha, averageInterItemR, standardisedAlpha } from './alpha';
import { icc1, icc2 } from './intraclass';
import { uniformVariance } from './null-variance';
import { meanOfItemMeans, meanOfRaterMeans, pooledMean } from './scores';
import { shroutFleiss } from './shrout-fleiss';
import { columns, completeRows, type Table } from './table';
import { adM, adMJ, awg, rStar, rwg, rwgJ } from './within-group';

interface Index {
  readonly name: string;
  readonly of: (table: Table) => number | null;
  /** On points 1 … 5. */
  readonly range: readonly [least: number, most: number];
  /** What adding the same number to every rating does; what multiplying every rating does. */
  readonly shift: 'nothing' | 'adds it';
  readonly stretch: 'nothing' | 'multiplies' | 'makes another index';
}

const uniform = uniformVariance(5);
const first = (table: Table): (number | null)[] => table.map((row) => row[0] ?? null);
const perBehaviour = (table: Table): number[][] => columns(completeRows(table));
const forms = ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'] as const;

const indices: readonly Index[] = [
  ...[meanOfRaterMeans, pooledMean, meanOfItemMeans].map((of): Index => ({
    name: of.name,
    of,
    range: [1, 5],
    shift: 'adds it',
    stretch: 'multiplies',
  })),
  { name: 'rWG', of: (table) => rwg(first(table), uniform), range: [0, 1], shift: 'nothing', stretch: 'makes another index' },
  { name: 'rWG(J)', of: (table) => rwgJ(table, uniform), range: [0, 1], shift: 'nothing', stretch: 'makes another index' },
  { name: 'r*WG(J)', of: (table) => rStar(table, uniform), range: [-3, 1], shift: 'nothing', stretch: 'makes another index' },
  { name: 'AD', of: (table) => adM(first(table)), range: [0, 2], shift: 'nothing', stretch: 'multiplies' },
  { name: 'AD(J)', of: adMJ, range: [0, 2], shift: 'nothing', stretch: 'multiplies' },
  { name: 'alpha', of: alpha, range: [-Infinity, 1], shift: 'nothing', stretch: 'nothing' },
  { name: 'standardised alpha', of: standardisedAlpha, range: [-Infinity, 1], shift: 'nothing', stretch: 'nothing' },
  { name: 'inter-item r', of: averageInterItemR, range: [-1, 1], shift: 'nothing', stretch: 'nothing' },
  { name: 'ICC(1)', of: (table) => icc1(perBehaviour(table)), range: [-1, 1], shift: 'nothing', stretch: 'nothing' },
  { name: 'ICC(2)', of: (table) => icc2(perBehaviour(table)), range: [-Infinity, 1], shift: 'nothing', stretch: 'nothing' },
  ...forms.map((form): Index => ({
    name: `Shrout–Fleiss ${form}`,
    of: (table) => shroutFleiss(table)?.[form] ?? null,
    range: [-Infinity, 1],
    shift: 'nothing',
    stretch: 'nothing',
  })),
];

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 });
const tables: fc.Arbitrary<Table> = fc
  .integer({ min: 1, max: 5 })
  .chain((items) => fc.array(fc.array(rating, { minLength: items, maxLength: items }), { maxLength: 9 }));

const expectSame = (found: number | null, wanted: number | null): void => {
  if (found === null || wanted === null) expect(found).toBe(wanted);
  else expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(wanted)));
};
const mapped = (table: Table, change: (value: number) => number): Table =>
  table.map((row) => row.map((value) => (value === null ? null : change(value))));

test.each(indices)('$name is a number in its range or nothing, never NaN and never infinite', ({ of, range: [least, most] }) => {
  fc.assert(
    fc.property(tables, (table) => {
      const found = of(table);
      if (found === null) return;
      expect(Number.isFinite(found)).toBe(true);
      expect(found).toBeGreaterThanOrEqual(least - 1e-9);
      expect(found).toBeLessThanOrEqual(most + 1e-9);
    }),
    { numRuns: 1_000 },
  );
});

test.each(indices)('$name is the same in whatever order the colleagues come', ({ of }) => {
  const pairs = tables.chain((table) => fc.tuple(fc.constant(table), fc.shuffledSubarray([...table], { minLength: table.length })));
  fc.assert(fc.property(pairs, ([table, shuffled]) => expectSame(of(shuffled), of(table))));
});

test.each(indices)('$name does not change when somebody is added who has seen nothing', ({ of }) => {
  fc.assert(
    fc.property(tables, fc.nat({ max: 9 }), (table, place) => {
      const items = table[0]?.length;
      if (items !== undefined) expectSame(of(table.toSpliced(place, 0, Array<null>(items).fill(null))), of(table));
    }),
  );
});

test.each(indices)('adding one number to every rating does to $name what it says: $shift', ({ of, shift }) => {
  fc.assert(
    fc.property(tables, fc.integer({ min: -50, max: 1_000 }), (table, by) => {
      const before = of(table);
      expectSame(of(mapped(table, (value) => value + by)), before === null || shift === 'nothing' ? before : before + by);
    }),
  );
});

test.each(indices.filter(({ stretch }) => stretch !== 'makes another index'))(
  'multiplying every rating does to $name what it says: $stretch',
  ({ of, stretch }) => {
    fc.assert(
      fc.property(tables, fc.constantFrom(0.1, 0.25, 3, 20), (table, by) => {
        const before = of(table);
        expectSame(of(mapped(table, (value) => value * by)), before === null || stretch === 'nothing' ? before : before * by);
      }),
    );
  },
);

test('aWG lies between −1 and 1 or is nothing, in any order, and goes with the scale when both are shifted, stretched or mirrored', () => {
  const given = fc.array(rating, { maxLength: 9 });
  fc.assert(
    fc.property(given, fc.integer({ min: -50, max: 50 }), fc.constantFrom(-3, -1, 0.5, 2), (ratings, shift, stretch) => {
      const found = awg(ratings, 1, 5);
      if (found !== null) expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-9);
      expectSame(awg(ratings.toReversed(), 1, 5), found);
      expectSame(awg([...ratings, null], 1, 5), found);
      const move = (value: number): number => value * stretch + shift;
      const [low = 0, high = 0] = [move(1), move(5)].sort((a, b) => a - b);
      expectSame(
        awg(
          ratings.map((value) => (value === null ? null : move(value))),
          low,
          high,
        ),
        found,
      );
    }),
    { numRuns: 1_000 },
  );
});
