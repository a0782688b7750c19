import { disclose, type SentRatings, withholdQualities } from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isLittleToRead } from './little-to-read';
import { framework, own, peer, promise, report, snapshotOf } from './reports.examples';
import type { Snapshot } from './snapshot';

const rating: fc.Arbitrary<Rating> = fc.oneof({ arbitrary: fc.constant(null), weight: 2 }, fc.integer({ min: 1, max: 5 }));
const row = fc.array(rating, { minLength: 4, maxLength: 4 });
const sheets: fc.Arbitrary<SentRatings[]> = fc.array(
  fc.tuple(fc.boolean(), row).map(([peers, values]) => (peers ? peer(...values) : report(...values))),
  { maxLength: 9 },
);
const shownIn = ({ behaviours }: Snapshot['qualities'][number]): number => behaviours.filter(({ allOthers }) => 'mean' in allOthers).length;
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

test('where two colleagues answered there is little to read, whatever the leader and the line manager said', () => {
  const named = { self: own(1, 2, 3, 4), lineManagers: [{ name: 'Mo Line', ...own(5, 5, 5, 5) }] };
  expect(isLittleToRead(snapshotOf(times(2, peer(4, 4, 4, 4)), named))).toBe(true);
});

test('many answers of colleagues who had hardly seen anything are little to read too', () => {
  const [nearlyNothing, enough] = [peer(4, null, null, null), peer(4, null, 3, null)];
  expect(isLittleToRead(snapshotOf(times(9, nearlyNothing)))).toBe(true);
  expect(isLittleToRead(snapshotOf(times(9, enough)))).toBe(false);
});

test('a report in which every quality shows something is never little; a little one has a quality that shows nothing', () => {
  const seen = { little: 0, more: 0 };
  fc.assert(
    fc.property(sheets, (sent) => {
      const snapshot = snapshotOf(sent);
      const little = isLittleToRead(snapshot);
      seen[little ? 'little' : 'more'] += 1;
      const empty = snapshot.qualities.filter((one) => shownIn(one) === 0).length;
      if (empty === 0) expect(little).toBe(false);
      if (empty === snapshot.qualities.length) expect(little).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.little, seen.more)).toBeGreaterThan(100);
});

test('it rests on what is shown and on nothing else: not on the numbers, nor on who stands under a name', () => {
  fc.assert(
    fc.property(sheets, row, row, fc.integer({ min: 1, max: 5 }), (sent, self, manager, other) => {
      const rated = sent.map((sheet) => ({
        ...sheet,
        ratings: Object.fromEntries(Object.entries(sheet.ratings).map(([code, one]) => [code, one === null ? null : other])),
      }));
      const named = { self: own(...self), lineManagers: [{ name: 'Mo Line', ...own(...manager) }] };
      expect(isLittleToRead(snapshotOf(rated, named))).toBe(isLittleToRead(snapshotOf(sent)));
    }),
  );
});

test('with one number fewer, a report with little to read never has more', () => {
  fc.assert(
    fc.property(sheets, fc.nat(3), (sent, at) => {
      const snapshot = snapshotOf(sent);
      const codes = snapshot.qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => code));
      const qualities = snapshot.qualities.map((quality) => ({
        ...quality,
        behaviours: quality.behaviours.map((one) =>
          one.code === codes[at] ? { ...one, allOthers: { withheld: 'too_few_saw_it' as const } } : one,
        ),
      }));
      if (isLittleToRead(snapshot)) expect(isLittleToRead({ qualities })).toBe(true);
    }),
  );
});

test('what the audit withheld is no want of answers, and is never said to be one', () => {
  const sent = times(4, peer(4, 4, 4, 4));
  for (const codes of [['1'], ['1', '2']])
    expect(isLittleToRead(snapshotOf(sent, { disclosure: withholdQualities(framework, disclose(framework, promise, sent), codes) }))).toBe(
      false,
    );
});
