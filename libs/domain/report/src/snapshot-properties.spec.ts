import { disclose, isWithheld, type SentRatings } from '@facet/domain-disclosure';
import type { Framework, Rating } from '@facet/domain-framework';
import { confidentialGroups, type ConfidentialGroupCode, type RoundPromise } from '@facet/domain-round';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { makeSnapshot } from './make-snapshot';
import { frameworkOf, joinings, promiseOf, sheetOf } from './rounds.examples';
import type { BehaviourFigures, QualityFigures, Snapshot } from './snapshot';

interface Round {
  readonly framework: Framework;
  readonly promise: RoundPromise;
  readonly sheets: readonly SentRatings[];
  readonly leftOut: readonly ConfidentialGroupCode[];
  readonly self: SentRatings;
  readonly managers: readonly SentRatings[];
}

const behaviours = 6;
const onScale = (points: number): Framework => frameworkOf(points, 3, 1, 2);
const values = (rating: fc.Arbitrary<Rating>): fc.Arbitrary<Rating[]> =>
  fc.array(rating, { minLength: behaviours, maxLength: behaviours, size: 'max' });

/** Rounds with ratings from 1 to `highest` on a scale of `points`, from nearly everything seen to hardly anything. */
const roundsOn = (points: number, highest = points): fc.Arbitrary<Round> =>
  fc.constantFrom(1, 3, 9).chain((seen) => {
    const framework = onScale(points);
    const rating = fc.oneof({ arbitrary: fc.integer({ min: 1, max: highest }), weight: seen }, { arbitrary: fc.constant(null), weight: 1 });
    const sheet = fc
      .tuple(fc.constantFrom(...confidentialGroups), values(rating))
      .map(([group, given]) => sheetOf(framework, group, given));
    return fc.record({
      framework: fc.constant(framework),
      promise: fc.tuple(fc.constantFrom(3, 4, 5), fc.constantFrom(...joinings)).map(([minimum, groups]) => promiseOf(minimum, groups)),
      sheets: fc.array(sheet, { maxLength: 16, size: 'max' }),
      leftOut: fc.subarray([...confidentialGroups], { maxLength: 1 }),
      self: sheet,
      managers: fc.array(sheet, { maxLength: 2 }),
    });
  });
const rounds = fc.constantFrom(4, 5, 6, 7).chain((points) => roundsOn(points));

const snapshotOf = ({ framework, promise, sheets, leftOut, self, managers }: Round): Snapshot =>
  makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure: disclose(framework, promise, sheets, leftOut),
    comments: { withheld: 'too_few' },
    self: { ratings: self.ratings, comments: {} },
    lineManagers: managers.map(({ ratings }) => ({ name: 'Mo Line', ratings, comments: {} })),
  });
const bytesOf = (round: Round): string => JSON.stringify(snapshotOf(round));

/** The same round with every rating of everybody put through `change`, on the scale of `framework`. */
const withRatings = (round: Round, change: (rating: number) => number, framework = round.framework): Round => {
  const changed = <T extends SentRatings>(sheet: T): T => ({
    ...sheet,
    ratings: Object.fromEntries(Object.entries(sheet.ratings).map(([code, given]) => [code, given === null ? null : change(given)])),
  });
  return { ...round, framework, sheets: round.sheets.map(changed), self: changed(round.self), managers: round.managers.map(changed) };
};

type Figures = BehaviourFigures | QualityFigures;
const figuresOf = ({ qualities }: Snapshot): Figures[] => qualities.flatMap((quality) => [quality, ...quality.behaviours]);
/** Every mean of a report in one order; null where none is shown. */
const meansOf = (snapshot: Snapshot): (number | null)[] =>
  figuresOf(snapshot).flatMap(({ self, groups, allOthers, lineManagers }) => [
    self,
    ...[...groups, allOthers].map((figure) => ('mean' in figure ? figure.mean : null)),
    ...lineManagers.map((manager) => ('mean' in manager ? manager.mean : manager.rating)),
  ]);
const gapsOf = (snapshot: Snapshot): (number | null)[] => figuresOf(snapshot).map(({ gap }) => gap);
const verdictsOf = (snapshot: Snapshot): unknown[] => figuresOf(snapshot).map(({ verdict }) => verdict);
const classesOf = ({ qualities }: Snapshot): unknown[] => qualities.map(({ classification }) => classification);
const agreementsOf = ({ qualities }: Snapshot): unknown[] => qualities.map(({ agreement }) => agreement);

const expectClose = (found: readonly (number | null)[], expected: readonly (number | null)[]): void => {
  expect(found).toEqual(expected.map((one): unknown => (one === null ? null : expect.closeTo(one, 9))));
};

/** Whether a rating of this colleague's on this behaviour stands in a cell that is shown. */
const standsInShownCell = ({ framework, promise, sheets, leftOut }: Round): ((sheet: SentRatings, behaviour: string) => boolean) => {
  const { lines, behaviours: rows } = disclose(framework, promise, sheets, leftOut);
  return ({ group }, behaviour) => {
    const line = lines.findIndex((one) => one.withheld === null && one.members.includes(group));
    const cell = rows.find((row) => row.behaviour === behaviour)?.cells[line];
    return cell !== undefined && !isWithheld(cell);
  };
};

test('whatever colleagues said in cells that are not shown, the report is the same to the byte', () => {
  const otherwise = fc.array(values(fc.integer({ min: 1, max: 4 })), { minLength: 16, maxLength: 16 });
  let changed = 0;
  fc.assert(
    fc.property(rounds, otherwise, (round, instead) => {
      const shown = standsInShownCell(round);
      const sheets = round.sheets.map((sheet, at): SentRatings => {
        const ratings = Object.entries(sheet.ratings).map(([code, given], behaviour): [string, Rating] => {
          const kept = given === null || shown(sheet, code);
          return [code, kept ? given : (instead[at]?.[behaviour] ?? null)];
        });
        return { ...sheet, ratings: Object.fromEntries(ratings) };
      });
      if (JSON.stringify(sheets) !== JSON.stringify(round.sheets)) changed += 1;
      expect(bytesOf({ ...round, sheets })).toBe(bytesOf(round));
    }),
    { numRuns: 10_000 },
  );
  expect(changed).toBeGreaterThan(5_000);
});

test('the order in which colleagues answered leaves the report the same to the byte', () => {
  const pairs = rounds.chain((round) =>
    fc.tuple(fc.constant(round), fc.shuffledSubarray([...round.sheets], { minLength: round.sheets.length })),
  );
  fc.assert(fc.property(pairs, ([round, sheets]) => expect(bytesOf({ ...round, sheets })).toBe(bytesOf(round))));
});

test('a colleague who saw nothing changes how many answered, and nothing else', () => {
  let added = 0;
  fc.assert(
    fc.property(rounds, fc.constantFrom(...confidentialGroups), (round, group) => {
      const before = snapshotOf(round);
      const after = snapshotOf({ ...round, sheets: [...round.sheets, { group, ratings: {} }] });
      const folded = ({ groups }: Snapshot): unknown[] => groups.map((line) => ({ ...line, raters: null }));
      const foldedAlike = JSON.stringify(folded(before)) === JSON.stringify(folded(after));
      if (!foldedAlike) return;
      added += 1;
      expect({ ...after, groups: before.groups }).toEqual(before);
    }),
    { numRuns: 1000 },
  );
  expect(added).toBeGreaterThan(200);
});

test('one point more in everybody’s ratings moves every mean by one and leaves gaps, verdicts and agreement', () => {
  fc.assert(
    fc.property(roundsOn(6, 5), (round) => {
      const [before, after] = [snapshotOf(round), snapshotOf(withRatings(round, (rating) => rating + 1))];
      expectClose(
        meansOf(after),
        meansOf(before).map((mean) => (mean === null ? null : mean + 1)),
      );
      expectClose(gapsOf(after), gapsOf(before));
      expect([verdictsOf(after), agreementsOf(after)]).toEqual([verdictsOf(before), agreementsOf(before)]);
    }),
  );
});

test('a scale twice as long doubles every gap and leaves verdicts, classes and the first page', () => {
  fc.assert(
    fc.property(roundsOn(4), (round) => {
      const before = snapshotOf(round);
      const after = snapshotOf(withRatings(round, (rating) => 2 * rating - 1, onScale(7)));
      expectClose(
        meansOf(after),
        meansOf(before).map((mean) => (mean === null ? null : 2 * mean - 1)),
      );
      expectClose(
        gapsOf(after),
        gapsOf(before).map((gap) => (gap === null ? null : 2 * gap)),
      );
      expect([verdictsOf(after), classesOf(after), after.firstPage]).toEqual([verdictsOf(before), classesOf(before), before.firstPage]);
    }),
  );
});

test('a first page names only behaviours with the verdict of its list, and a class goes with its verdict', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const { firstPage, qualities } = snapshotOf(round);
      const verdictOf = new Map(qualities.flatMap((quality) => quality.behaviours.map(({ code, verdict }) => [code, verdict] as const)));
      const listed = (codes: readonly string[]): unknown[] => codes.map((code) => verdictOf.get(code));
      for (const verdict of listed(firstPage.confirmedStrengths)) expect(['in_line', 'too_close']).toContain(verdict);
      for (const verdict of listed(firstPage.blindSpots)) expect(verdict).toBe('self_higher');
      for (const verdict of listed(firstPage.hiddenStrengths)) expect(verdict).toBe('self_lower');
      for (const { gap, verdict, classification } of qualities) {
        expect([verdict === null, classification === null]).toEqual([gap === null, gap === null]);
        expect(classification?.startsWith('over') ?? false).toBe(verdict === 'self_higher');
        expect(classification?.startsWith('under') ?? false).toBe(verdict === 'self_lower');
      }
    }),
    { numRuns: 1000 },
  );
});
