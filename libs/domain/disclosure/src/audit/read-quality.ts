import type { PublishedNumber, Term } from './published-number';
import type { PublishedBehaviour, PublishedQuality, Roster } from './published-report';

/** A figure as it is published, with what stands behind it by the definitions that a reader of the report is told. */
export interface Reading extends PublishedNumber {
  readonly published: number;
  /** What people who answered under their name, and the leader, contribute to it, in scale points. */
  readonly attributed: number;
}

/** A published figure that is not what it says: its name, in the report's words. */
export type Misnamed = string;

export interface QualityReading {
  readonly numbers: readonly Reading[];
  readonly misnamed: readonly Misnamed[];
}

/** Confidential colleagues behind each line of the report, as indices into the roster. */
export type Behind = readonly (readonly number[])[];

/** Rounding of a double at the size of a scale, many times over, and far below what one rating can change. */
const TOLERANCE = 1e-9;
/** Complete colleagues behind a word for agreement. */
const AGREEMENT_MINIMUM = 5;
export const differ = (a: number, b: number): boolean => !(Math.abs(a - b) <= TOLERANCE);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ratedBy = (roster: Roster, raters: readonly number[], behaviour: string): number[] =>
  raters.filter((rater) => roster.raters[rater]?.rated.has(behaviour));

/** The plain mean of readings: every weight divided by how many there are. */
const meanOf = (parts: readonly Reading[]): Pick<Reading, 'terms' | 'attributed'> => ({
  terms: parts.flatMap(({ terms }) => terms.map((term) => ({ ...term, under: term.under * parts.length }))),
  attributed: sum(parts.map(({ attributed }) => attributed)) / parts.length,
});

interface BehaviourReading extends QualityReading {
  /** In the lines' order; undefined where the cell is withheld. */
  readonly cells: readonly (Reading | undefined)[];
  readonly allOthers: Reading | undefined;
}

/** self − all others: the same ratings as in all others, turned round. */
const gapReading = (
  name: string,
  { self, gap }: { readonly self: number | null; readonly gap: number | null },
  others: Reading | undefined,
): QualityReading => {
  if (gap === null) return { numbers: [], misnamed: [] };
  if (!others || self === null) return { numbers: [], misnamed: [name] };
  const terms = others.terms.map((term) => ({ ...term, over: -term.over }));
  return {
    numbers: [{ name, published: gap, terms, attributed: self - others.attributed }],
    misnamed: differ(gap, self - others.published) ? [name] : [],
  };
};

const readBehaviour = (behaviour: PublishedBehaviour, roster: Roster, behind: Behind): BehaviourReading => {
  const { code, groups, allOthers, lineManagers } = behaviour;
  const misnamed: Misnamed[] = [];
  const ofRaters = (raters: readonly number[], under: number): Term[] =>
    raters.map((rater) => ({ rater, behaviour: code, over: 1, under }));

  const counted: number[] = [];
  const cells = groups.map((figure, line): Reading | undefined => {
    if ('withheld' in figure) return undefined;
    const name = `${code}, line ${line + 1}`;
    const raters = ratedBy(roster, behind[line] ?? [], code);
    if (figure.n !== raters.length) misnamed.push(name);
    counted.push(...raters);
    return { name, published: figure.mean, terms: ofRaters(raters, raters.length), attributed: 0 };
  });

  const named = lineManagers.flatMap(({ rating }) => rating ?? []);
  let others: Reading | undefined;
  if (!('withheld' in allOthers)) {
    const name = `${code}, all others`;
    const n = counted.length + named.length;
    others = { name, published: allOthers.mean, terms: ofRaters(counted, n), attributed: sum(named) / n };
    const total = sum(groups.map((figure) => ('withheld' in figure ? 0 : figure.mean * figure.n))) + sum(named);
    if (counted.length === 0 || allOthers.n !== n || differ(allOthers.mean, total / n)) misnamed.push(name);
  }
  const gap = gapReading(`${code}, gap`, behaviour, others);
  const shown = [...cells, others].filter((reading) => reading !== undefined);
  return { cells, allOthers: others, numbers: [...shown, ...gap.numbers], misnamed: [...misnamed, ...gap.misnamed] };
};

/** Colleagues who rated every behaviour, of lines that show every behaviour: the only ones whom a word for agreement may rest on. */
const complete = ({ behaviours }: PublishedQuality, roster: Roster, behind: Behind): number =>
  behind
    .filter((_, line) => behaviours.every(({ groups }) => groups[line] && 'mean' in groups[line]))
    .flat()
    .filter((rater) => behaviours.every(({ code }) => roster.raters[rater]?.rated.has(code))).length;

/**
 * Reads one quality as its reader does. On a behaviour, a line's mean is of the colleagues of that line who rated it; all others are
 * everybody in its shown cells and the line managers who rated it. A score is the plain mean over the behaviours that are shown. A gap
 * is self minus all others. Each figure is held against the roster or, where it is made of other published figures, against those.
 */
export const readQuality = (quality: PublishedQuality, roster: Roster, behind: Behind): QualityReading => {
  const behaviours = quality.behaviours.map((behaviour) => readBehaviour(behaviour, roster, behind));
  const misnamed: Misnamed[] = [];
  const score = (name: string, figure: PublishedQuality['allOthers'], parts: readonly (Reading | undefined)[]): Reading | undefined => {
    if ('withheld' in figure) return undefined;
    const shown = parts.filter((reading) => reading !== undefined);
    const published = sum(shown.map((reading) => reading.published)) / shown.length;
    if (differ(figure.mean, published)) misnamed.push(name);
    return { name, published: figure.mean, ...meanOf(shown) };
  };
  const lines = quality.groups.map((figure, line) =>
    score(
      `${quality.code}, line ${line + 1}`,
      figure,
      behaviours.map(({ cells }) => cells[line]),
    ),
  );
  const others = score(
    `${quality.code}, all others`,
    quality.allOthers,
    behaviours.map(({ allOthers }) => allOthers),
  );
  const gap = gapReading(`${quality.code}, gap`, quality, others);
  if (quality.agreement !== null && complete(quality, roster, behind) < AGREEMENT_MINIMUM) misnamed.push(`${quality.code}, agreement`);
  return {
    numbers: [
      ...behaviours.flatMap(({ numbers }) => numbers),
      ...[...lines, others].filter((reading) => reading !== undefined),
      ...gap.numbers,
    ],
    misnamed: [...behaviours.flatMap((reading) => reading.misnamed), ...misnamed, ...gap.misnamed],
  };
};
