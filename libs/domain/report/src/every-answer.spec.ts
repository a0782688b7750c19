import { disclose, type SentRatings } from '@facet/domain-disclosure';
import type { Rating } from '@facet/domain-framework';
import { labelOf, type ConfidentialGroupCode } from '@facet/domain-round';
import { expect, test } from '@jest/globals';
import { makeSnapshot } from './make-snapshot';
import { frameworkOf, joinings, promiseOf, sheetOf } from './rounds.examples';

// No linear algebra here: every set of answers that a small round can have, compared by what its report says.

const framework = frameworkOf(4, 2);
const points = [1, 2, 3, 4];
const [eachAlone = []] = joinings;
const promise = promiseOf(3, eachAlone);

type Seen = readonly [boolean, boolean];
type Answers = readonly [Rating, Rating];
interface Figures {
  /** The mean of the line of each colleague on each behaviour, null where it is withheld. */
  readonly shown: (colleague: number, behaviour: number) => number | null;
  readonly text: string;
}

/** The figures of a report; made once for rounds that differ only in the order of a group's colleagues. */
const reader = (groups: readonly ConfidentialGroupCode[], disclosedAt: number) => {
  const known = new Map<string, Figures>();
  return (answers: readonly Answers[]): Figures => {
    const key = answers
      .map((given, colleague) => `${groups[colleague] ?? ''}${given.join()}`)
      .sort()
      .join(' ');
    const found =
      known.get(key) ??
      figuresOf(
        groups.map((group, colleague) => sheetOf(framework, group, answers[colleague] ?? [])),
        disclosedAt,
      );
    known.set(key, found);
    return found;
  };
};

const figuresOf = (sheets: readonly SentRatings[], disclosedAt: number): Figures => {
  const disclosure = disclose(framework, { ...promise, minimum: disclosedAt }, sheets);
  const { groups, qualities } = makeSnapshot({
    framework,
    minimum: 3,
    disclosure,
    comments: { withheld: 'too_few' },
    self: null,
    lineManagers: [],
  });
  const shown = (colleague: number, behaviour: number): number | null => {
    const label = labelOf(sheets[colleague]?.group ?? 'peer');
    const line = groups.findIndex(({ folded, ...one }) => one.label === label || folded.includes(label));
    const cell = qualities[0]?.behaviours[behaviour]?.groups[line];
    return cell && 'mean' in cell ? cell.mean : null;
  };
  return { shown, text: JSON.stringify([groups, qualities]) };
};

const everySeen: readonly Seen[] = [true, false].flatMap((first) => [true, false].map((second): Seen => [first, second]));
const answersOf = (seen: boolean): readonly Rating[] => (seen ? points : [null]);
const everyAnswer = ([first, second]: Seen): Answers[] => answersOf(first).flatMap((a) => answersOf(second).map((b): Answers => [a, b]));

/** Who saw what, for everybody; once where only colleagues of one group are exchanged. */
const everyPattern = (groups: readonly ConfidentialGroupCode[]): (readonly number[])[] =>
  groups.reduce<(readonly number[])[]>(
    (patterns, group, colleague) =>
      patterns.flatMap((pattern) => {
        const least = groups[colleague - 1] === group ? (pattern[colleague - 1] ?? 0) : 0;
        return everySeen.flatMap((_, index) => (index < least ? [] : [[...pattern, index]]));
      }),
    [[]],
  );

const everySet = (pattern: readonly number[]): (readonly Answers[])[] =>
  pattern.reduce<(readonly Answers[])[]>(
    (sets, index) => sets.flatMap((set) => everyAnswer(everySeen[index] ?? [false, false]).map((answers) => [...set, answers])),
    [[]],
  );

/** The same published figures, and per colleague and behaviour the one answer that all sets with these figures share, if they do. */
interface Alike {
  readonly figures: Figures;
  readonly shared: (Rating | 'several')[];
}

interface Determined {
  /** The answer that the published figures leave no doubt about, to somebody who knows who rated what. */
  readonly answer: number;
  readonly shownMean: number | null;
}

/** Every answer that some report determines. */
const determined = (groups: readonly ConfidentialGroupCode[], disclosedAt = promise.minimum): Determined[] => {
  const read = reader(groups, disclosedAt);
  return everyPattern(groups).flatMap((pattern) => {
    const classes = new Map<string, Alike>();
    for (const set of everySet(pattern)) {
      const figures = read(set);
      const answers = set.flat();
      const alike = classes.get(figures.text);
      if (!alike) classes.set(figures.text, { figures, shared: answers });
      else alike.shared.forEach((shared, index) => (alike.shared[index] = shared === answers[index] ? shared : 'several'));
    }
    return [...classes.values()].flatMap(({ figures, shared }) =>
      shared.flatMap((answer, index) =>
        typeof answer === 'number' ? [{ answer, shownMean: figures.shown(Math.floor(index / 2), index % 2) }] : [],
      ),
    );
  });
};

const peers = (count: number): ConfidentialGroupCode[] => Array<ConfidentialGroupCode>(count).fill('peer');

test.each([
  ['three peers', peers(3)],
  ['four peers', peers(4)],
  ['three peers and a direct report, who stands together with them,', [...peers(3), 'direct_report'] as const],
])('of every answer that %s can give, a report determines only the ends of the scale that everybody of a shown cell gave', (_, groups) => {
  const found = determined(groups);
  expect(found.length).toBeGreaterThan(0);
  for (const { answer, shownMean } of found) expect({ answer, end: shownMean }).toEqual({ answer: shownMean, end: answer === 1 ? 1 : 4 });
});

test('a report on fewer than three determines nothing', () => {
  for (const groups of [peers(1), peers(2), ['peer', 'other'] as const]) expect(determined(groups)).toEqual([]);
});

test('the same search finds an answer in the middle of the scale where a report shows groups of one', () => {
  expect(determined(peers(3), 1)).toContainEqual({ answer: 2, shownMean: 2 });
});
