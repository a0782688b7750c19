import { disclose, type CellCounts, type Comments, type Disclosure, type SentRatings } from '@facet/domain-disclosure';
import { makeSnapshot } from './make-snapshot';
import { frameworkOf, joinings, promiseOf, sheetOf } from './rounds.examples';
import type { BehaviourFigures, QualityFigures, Snapshot } from './snapshot';

// Engines with one fault each are made from honest parts. Whatever a fault changes in a report must be found, however small it is.

export const framework = frameworkOf(5, 3, 2);
const [eachAlone = []] = joinings;
export const promise = promiseOf(3, eachAlone);
const { ratings: own } = sheetOf(framework, 'peer', [5, 2, 4, 3, 4]);

export const reportOf = (
  sheets: readonly SentRatings[],
  disclosure = disclose(framework, promise, sheets),
  comments: Comments = { withheld: 'too_few' },
): Snapshot =>
  makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure,
    comments,
    self: { ratings: own, comments: {} },
    lineManagers: [],
  });

/** The counts of every cell of a shown line, also of those that must be withheld. */
export const unguarded = (sheets: readonly SentRatings[]): Disclosure => {
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

/** What the report says, without the reasons for what is withheld. */
export const said = (report: Snapshot): string =>
  JSON.stringify([report.groups, report.firstPage, report.qualities, report.comments.withheld], (key, value: unknown) =>
    key === 'withheld' ? value !== null : value,
  );

export const withQualities = (
  report: Snapshot,
  other: Snapshot,
  change: (quality: QualityFigures, other: QualityFigures) => QualityFigures,
): Snapshot => ({
  ...report,
  qualities: report.qualities.map((quality, index) => change(quality, other.qualities[index] ?? quality)),
});

/** How far the ratings of these colleagues lie from each other: what a report never tells. */
const liveSpread = (sheets: readonly SentRatings[], codes: readonly string[]): number => {
  const ratings = codes.flatMap((code) => sheets.flatMap((sheet) => sheet.ratings[code] ?? []));
  const mean = ratings.reduce((sum, given) => sum + given, 0) / ratings.length;
  return Math.sqrt(ratings.reduce((sum, given) => sum + (given - mean) ** 2, 0) / (ratings.length - 1));
};

type Judged = Pick<QualityFigures | BehaviourFigures, 'gap' | 'verdict'>;
const byNoise = ({ gap, verdict }: Judged, noise: number): Judged['verdict'] => {
  if (gap === null || verdict === null || verdict === 'in_line') return verdict;
  if (Math.abs(gap) <= noise) return 'too_close';
  return gap > 0 ? 'self_higher' : 'self_lower';
};

/** Verdicts as they would be if noise came from the answers; beside a mean they would tell of their spread. */
export const judgedByLiveSpread = (honest: Snapshot, sheets: readonly SentRatings[]): Snapshot =>
  withQualities(honest, honest, (quality) => {
    const n = Math.min(...quality.behaviours.flatMap(({ allOthers }) => ('n' in allOthers ? allOthers.n : [])));
    const noise = (codes: readonly string[], raters: number) => (1.96 * liveSpread(sheets, codes)) / Math.sqrt(raters);
    return {
      ...quality,
      verdict: byNoise(
        quality,
        noise(
          quality.behaviours.map(({ code }) => code),
          n,
        ),
      ),
      behaviours: quality.behaviours.map((behaviour) => ({
        ...behaviour,
        verdict: byNoise(behaviour, noise([behaviour.code], 'n' in behaviour.allOthers ? behaviour.allOthers.n : n)),
      })),
    };
  });
