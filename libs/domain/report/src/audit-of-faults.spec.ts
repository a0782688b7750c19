import {
  disclose,
  findExposed,
  readReport,
  rosterOf,
  type CellCounts,
  type Disclosure,
  type PublishedNumber,
  type SentRatings,
} from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { confidentialGroups } from '@facet/domain-round';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { auditForReaders } from './audited-snapshot';
import { makeSnapshot } from './make-snapshot';
import { frameworkOf, joinings, promiseOf, sheetOf } from './rounds.examples';
import type { QualityFigures, Snapshot } from './snapshot';

// Engines with one fault each, made from honest parts. Whatever a fault changes in a report must be found, however small it is.

const framework = frameworkOf(5, 3, 2);
const [eachAlone = []] = joinings;
const promise = promiseOf(3, eachAlone);
const rating: fc.Arbitrary<Rating> = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 2 },
  { arbitrary: fc.constant(null), weight: 1 },
);
const sheet = fc
  .tuple(fc.constantFrom(...confidentialGroups), fc.array(rating, { minLength: 5, maxLength: 5 }))
  .map(([group, values]) => sheetOf(framework, group, values));
const rounds = fc.array(sheet, { minLength: 3, maxLength: 14, size: 'max' });

const reportOf = (sheets: readonly SentRatings[], disclosure = disclose(framework, promise, sheets)): Snapshot =>
  makeSnapshot({ framework, minimum: promise.minimum, disclosure, comments: { withheld: 'too_few' }, self: null, lineManagers: [] });

/** The counts of every cell of a shown line, also of those that must be withheld. */
const unguarded = (sheets: readonly SentRatings[]): Disclosure => {
  const honest = disclose(framework, promise, sheets);
  const count = (groups: readonly string[], behaviour: string): CellCounts => {
    const ratings = sheets.filter(({ group }) => groups.includes(group)).flatMap((one) => one.ratings[behaviour] ?? []);
    return { counts: framework.scale.points.map(({ value }) => ratings.filter((given) => given === value).length), n: ratings.length };
  };
  const behaviours = honest.behaviours.map(({ behaviour, cells }) => ({
    behaviour,
    cells: cells.map((cell, line) => {
      const counted = count(honest.lines[line]?.withheld === null ? honest.lines[line].members : [], behaviour);
      return counted.n === 0 ? cell : counted;
    }),
  }));
  return { ...honest, behaviours } as Disclosure; // what no engine can make, the compiler refuses too
};

/** The report's figures, without the reasons for those that are withheld. */
const figures = (report: Snapshot): string =>
  JSON.stringify([report.groups, report.qualities], (key, value: unknown) => (key === 'withheld' ? value !== null : value));

/** Whatever the fault changes is found, and nothing where it changes nothing; the fault must have changed something often enough. */
const isAlwaysFound = (
  faulty: (honest: Snapshot, sheets: readonly SentRatings[]) => Snapshot,
  makeHonest: (sheets: readonly SentRatings[]) => Snapshot = reportOf,
): void => {
  let changed = 0;
  fc.assert(
    fc.property(rounds, (sheets) => {
      const honest = makeHonest(sheets);
      const report = faulty(honest, sheets);
      const differs = figures(report) !== figures(honest);
      expect(auditForReaders(report, rosterOf(promise, sheets)).passed).toBe(!differs);
      if (differs) changed += 1;
    }),
    { numRuns: 500 },
  );
  expect(changed).toBeGreaterThan(50);
};

const withQualities = (
  report: Snapshot,
  other: Snapshot,
  change: (quality: QualityFigures, other: QualityFigures) => QualityFigures,
): Snapshot => ({
  ...report,
  qualities: report.qualities.map((quality, index) => change(quality, other.qualities[index] ?? quality)),
});
/**
 * As `report`, with all others of `other` on each behaviour and for each quality, as far as `other` shows them: a fault that hides
 * what could be shown gives nobody away, and nobody looks for it here.
 */
const withAllOthersOf = (report: Snapshot, other: Snapshot): Snapshot =>
  withQualities(report, other, (quality, { allOthers, behaviours }) => ({
    ...quality,
    allOthers: 'mean' in allOthers ? allOthers : quality.allOthers,
    behaviours: quality.behaviours.map((behaviour, at) => {
      const figure = behaviours[at]?.allOthers ?? behaviour.allOthers;
      return { ...behaviour, allOthers: 'mean' in figure ? figure : behaviour.allOthers };
    }),
  }));

test('a threshold of two where three were promised is found', () => {
  isAlwaysFound((_, sheets) => reportOf(sheets, disclose(framework, { ...promise, minimum: 2 }, sheets)));
});

test('a behaviour shown although fewer than k of the group have seen it is found', () => {
  isAlwaysFound((_, sheets) => reportOf(sheets, unguarded(sheets)));
});

test('a withheld cell inside all others is found', () => {
  isAlwaysFound((honest, sheets) => withAllOthersOf(honest, reportOf(sheets, unguarded(sheets))));
});

test('a withheld cell inside the score of a group is found', () => {
  isAlwaysFound((honest, sheets) =>
    withQualities(honest, reportOf(sheets, unguarded(sheets)), (quality, { groups }) => ({ ...quality, groups })),
  );
});

test('a withheld cell inside the score of all others is found', () => {
  isAlwaysFound((honest, sheets) =>
    withQualities(honest, reportOf(sheets, unguarded(sheets)), (quality, { allOthers }) => ({ ...quality, allOthers })),
  );
});

test('a group that is left out and still counts towards all others is found', () => {
  isAlwaysFound(
    (honest, sheets) => withAllOthersOf(honest, reportOf(sheets)),
    (sheets) => reportOf(sheets, disclose(framework, promise, sheets, ['direct_report'])),
  );
});

/** The usual score of a group: the mean of each colleague's own mean over what they rated. */
const meanOfRaterMeans = (raters: readonly { readonly rater: number; readonly rated: readonly string[] }[]): PublishedNumber => ({
  name: 'mean of the colleagues’ own means',
  terms: raters.flatMap(({ rater, rated }) =>
    rated.map((behaviour) => ({ rater, behaviour, over: 1, under: rated.length * raters.length })),
  ),
});

test('means by colleague beside means by behaviour expose one or two in most qualities where a few ratings are “not observed”', () => {
  const ofFive = frameworkOf(5, 5);
  const codes = ofFive.qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => code));
  const seen = fc.oneof({ arbitrary: fc.constant(4), weight: 9 }, { arbitrary: fc.constant(null), weight: 1 });
  const row = fc.array(seen, { minLength: 5, maxLength: 5 });
  const threeGroupsOfFive = fc.array(row, { minLength: 15, maxLength: 15 });
  const exposing = fc.sample(threeGroupsOfFive, { numRuns: 300, seed: 5 }).filter((rows) => {
    const sheets = confidentialGroups.flatMap((group, index) =>
      rows.slice(index * 5, index * 5 + 5).map((values) => sheetOf(ofFive, group, values)),
    );
    const disclosure = disclose(ofFive, promise, sheets);
    const report = makeSnapshot({
      framework: ofFive,
      minimum: 3,
      disclosure,
      comments: { withheld: 'too_few' },
      self: null,
      lineManagers: [],
    });
    const roster = rosterOf(promise, sheets);
    const numbers = readReport(report, roster).qualities.flatMap((quality) => quality.numbers);
    expect(findExposed(numbers, 3, { knows: [] })).toEqual([]);
    const raters = roster.raters.map(({ group, rated }, rater) => ({ group, rater, rated: codes.filter((code) => rated.has(code)) }));
    const usual = confidentialGroups.map((group) => meanOfRaterMeans(raters.filter((one) => one.group === group && one.rated.length > 0)));
    return findExposed([...numbers, ...usual], 3, { knows: [] }).length > 0;
  });
  expect(exposing.length / 300).toBeGreaterThan(0.58);
});
