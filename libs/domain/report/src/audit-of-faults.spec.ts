import {
  disclose,
  findExposed,
  poolComments,
  readReport,
  rosterOf,
  type PublishedNumber,
  type SentRatings,
} from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { confidentialGroups } from '@facet/domain-round';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { auditForReaders } from './audited-snapshot';
import { framework, judgedByLiveSpread, promise, reportOf, said, unguarded, withQualities } from './faults.examples';
import { makeSnapshot } from './make-snapshot';
import { frameworkOf, sheetOf } from './rounds.examples';
import type { QualityFigures, Snapshot } from './snapshot';

const rating: fc.Arbitrary<Rating> = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 2 },
  { arbitrary: fc.constant(null), weight: 1 },
);
const sheet = fc
  .tuple(fc.constantFrom(...confidentialGroups), fc.array(rating, { minLength: 5, maxLength: 5 }))
  .map(([group, values]) => sheetOf(framework, group, values));
const rounds = fc.array(sheet, { minLength: 3, maxLength: 14, size: 'max' });

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
      const differs = said(report) !== said(honest);
      expect(auditForReaders(report, rosterOf(promise, sheets)).passed).toBe(!differs);
      if (differs) changed += 1;
    }),
    { numRuns: 500 },
  );
  expect(changed).toBeGreaterThan(50);
};

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

test('verdicts whose noise is taken from the answers are found', () => {
  isAlwaysFound(judgedByLiveSpread);
});

test('a first page made of withheld cells is found', () => {
  isAlwaysFound((honest, sheets) => ({ ...honest, firstPage: reportOf(sheets, unguarded(sheets)).firstPage }));
});

test('a verdict on a behaviour that is withheld is found', () => {
  isAlwaysFound((honest, sheets) =>
    withQualities(honest, reportOf(sheets, unguarded(sheets)), (quality, { behaviours }) => ({
      ...quality,
      behaviours: quality.behaviours.map((behaviour, at) => ({ ...behaviour, verdict: behaviours[at]?.verdict ?? behaviour.verdict })),
    })),
  );
});

test('a verdict and a classification of a quality that rest on a withheld cell are found', () => {
  isAlwaysFound((honest, sheets) =>
    withQualities(honest, reportOf(sheets, unguarded(sheets)), (quality, { verdict, classification }) => ({
      ...quality,
      verdict,
      classification,
    })),
  );
});

test('a classification with a high side that begins elsewhere is found', () => {
  isAlwaysFound((honest) =>
    withQualities(honest, honest, (quality) => {
      if (quality.classification === null || !('mean' in quality.allOthers)) return quality;
      const [direction = ''] = quality.classification.split('_');
      const side = quality.allOthers.mean >= 3.3 ? 'high' : 'low';
      return { ...quality, classification: `${direction}_${side}` as QualityFigures['classification'] };
    }),
  );
});

const withComments = (minimum: number) => (sheets: readonly SentRatings[]) => {
  const written = sheets.map(({ group }) => ({ group, comments: {} }));
  const comments = poolComments(framework, { ...promise, commentMinimum: minimum as 5 }, written, () => 0);
  return reportOf(sheets, undefined, comments);
};

test('comments are found where only three confidential colleagues have sent answers', () => {
  isAlwaysFound((_, sheets) => withComments(3)(sheets), withComments(5));
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
    const numbers = [...readReport(report, roster)].flatMap((quality) => quality.numbers);
    expect(findExposed(numbers, 3, { knows: [] })).toEqual([]);
    const raters = roster.raters.map(({ group, rated }, rater) => ({ group, rater, rated: codes.filter((code) => rated.has(code)) }));
    const usual = confidentialGroups.map((group) => meanOfRaterMeans(raters.filter((one) => one.group === group && one.rated.length > 0)));
    return findExposed([...numbers, ...usual], 3, { knows: [] }).length > 0;
  });
  expect(exposing.length / 300).toBeGreaterThan(0.58);
});
