import { auditFor, disclose, isWithheld, readReport, rosterOf, type SentRatings } from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { confidentialGroups, type ConfidentialGroupCode, type RoundPromise } from '@facet/domain-round';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { auditForReaders } from './audited-snapshot';
import { makeSnapshot } from './make-snapshot';
import type { Snapshot } from './snapshot';
import { frameworkOf, joinings, promiseOf, sheetOf } from './rounds.examples';

const framework = frameworkOf(5, 3, 1, 2);
const behaviours = 6;

interface Round {
  readonly promise: RoundPromise;
  readonly sheets: readonly SentRatings[];
  readonly leftOut: readonly ConfidentialGroupCode[];
  readonly self: SentRatings | null;
  readonly managers: readonly SentRatings[];
}

/** From nearly everything seen to hardly anything: drawn for a whole round, since thresholds matter where cells are just short. */
const roundsOf = (minimums: readonly number[]): fc.Arbitrary<Round> =>
  fc.constantFrom(1, 2, 4, 9).chain((seen) => {
    const rating: fc.Arbitrary<Rating> = fc.oneof(
      { arbitrary: fc.integer({ min: 1, max: 5 }), weight: seen },
      { arbitrary: fc.constant(null), weight: 1 },
    );
    const sheet = fc
      .tuple(fc.constantFrom(...confidentialGroups), fc.array(rating, { minLength: behaviours, maxLength: behaviours, size: 'max' }))
      .map(([group, values]) => sheetOf(framework, group, values));
    return fc.record({
      promise: fc.tuple(fc.constantFrom(...minimums), fc.constantFrom(...joinings)).map(([minimum, groups]) => promiseOf(minimum, groups)),
      sheets: fc.array(sheet, { maxLength: 16, size: 'max' }),
      leftOut: fc.subarray([...confidentialGroups], { maxLength: 1 }),
      self: fc.option(sheet),
      managers: fc.array(sheet, { maxLength: 2 }),
    });
  });
const rounds = roundsOf([3, 4, 5]);

const reportOf = ({ promise, sheets, leftOut, self, managers }: Round, disclosedAt = promise.minimum): Snapshot =>
  makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure: disclose(framework, { ...promise, minimum: disclosedAt }, sheets, leftOut),
    comments: { withheld: 'too_few' },
    self: self && { ratings: self.ratings, comments: {} },
    lineManagers: managers.map(({ ratings }) => ({ name: 'Mo Line', ratings, comments: {} })),
  });

test('of ten thousand rounds of any make-up no report exposes fewer colleagues than promised to its coach, its leader or a line manager', () => {
  let figures = 0;
  fc.assert(
    fc.property(rounds, (round) => {
      const { findings, published } = auditForReaders(reportOf(round), rosterOf(round.promise, round.sheets));
      expect(findings).toEqual([]);
      figures += published;
    }),
    { numRuns: 10_000 },
  );
  expect(figures).toBeGreaterThan(100_000);
});

test('every figure comes to what its colleagues’ ratings come to with the weights that the audit reads into it', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const qualities = [...readReport(reportOf(round), rosterOf(round.promise, round.sheets))];
      for (const { name, published, attributed, terms } of qualities.flatMap(({ numbers }) => numbers)) {
        const rated = terms.map(
          ({ rater, behaviour, over, under }) => ((round.sheets[rater]?.ratings[behaviour] ?? Number.NaN) * over) / under,
        );
        expect([name, rated.reduce((sum, part) => sum + part, attributed)]).toEqual([name, expect.closeTo(published, 9)]);
      }
    }),
    { numRuns: 1000 },
  );
});

const colleagueOf = ({ sheets }: Round, choice: number): number => choice % sheets.length;

test('a colleague who read the report would expose others exactly where a number of their own group stands on no more than k', () => {
  let found = 0;
  fc.assert(
    fc.property(rounds, fc.nat(), (round, choice) => {
      fc.pre(round.sheets.length > 0);
      const viewer = colleagueOf(round, choice);
      const { group, ratings } = round.sheets[viewer] ?? { group: 'peer', ratings: {} };
      const { lines, behaviours: rows } = disclose(framework, round.promise, round.sheets, round.leftOut);
      const ownLine = lines.findIndex((line) => line.withheld === null && line.members.includes(group));
      const tight = rows.some(({ behaviour, cells }) => {
        const cell = cells[ownLine];
        return cell && !isWithheld(cell) && cell.n === round.promise.minimum && ratings[behaviour] !== null;
      });
      const audit = auditFor({ knows: [viewer] })(reportOf(round), rosterOf(round.promise, round.sheets));
      expect(audit.passed).toBe(!tight);
      if (tight) found += 1;
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('a report made for k and one more exposes nobody to a colleague who reads it', () => {
  fc.assert(
    fc.property(rounds, fc.nat(), (round, choice) => {
      fc.pre(round.sheets.length > 0);
      const report = reportOf(round, round.promise.minimum + 1);
      expect(auditFor({ knows: [colleagueOf(round, choice)] })(report, rosterOf(round.promise, round.sheets)).findings).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('an honest report passes on every scale, also where a gap or a score lies exactly at a boundary', () => {
  const onEveryScale = fc.constantFrom(4, 5, 6, 7).chain((points) => {
    const sheets = fc.array(fc.array(fc.integer({ min: 1, max: points }), { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 10 });
    return fc.record({ scale: fc.constant(frameworkOf(points, 3, 2)), sheets });
  });
  fc.assert(
    fc.property(onEveryScale, ({ scale, sheets: [own = [], ...others] }) => {
      const sheets = others.map((values) => sheetOf(scale, 'peer', values));
      const promise = promiseOf(3, joinings[0] ?? []);
      const report = makeSnapshot({
        framework: scale,
        minimum: 3,
        disclosure: disclose(scale, promise, sheets),
        comments: { withheld: 'too_few' },
        self: { ratings: sheetOf(scale, 'peer', own).ratings, comments: {} },
        lineManagers: [],
      });
      expect(auditForReaders(report, rosterOf(promise, sheets)).findings).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
