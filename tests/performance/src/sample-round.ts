import { disclose, type PublishedNumber, type Roster, rosterOf, type SentRatings } from '@facet/domain-disclosure';
import type { Framework } from '@facet/domain-framework';
import { makeSnapshot, type Snapshot } from '@facet/domain-report';
import { confidentialGroups, labelOf, type RoundPromise } from '@facet/domain-round';
import { random } from './random';

/** Thirty behaviours in seven qualities, on five points. */
export const framework: Framework = {
  name: 'Thirty behaviours',
  language: 'en-GB',
  scale: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Point ${value}` })), notObserved: 'Not observed' },
  prompts: { seen: '', help: '' },
  qualities: [5, 5, 4, 4, 4, 4, 4].map((behaviours, quality) => ({
    code: `${quality + 1}`,
    name: `Quality ${quality + 1}`,
    definition: '',
    behaviours: Array.from({ length: behaviours }, (_, index) => `${quality + 1}.${index + 1}`).map((code) => ({ code, text: code })),
  })),
  reflection: [],
  conversation: [],
};
const codes = framework.qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => code));

export interface SampleRound {
  readonly promise: RoundPromise;
  readonly sheets: readonly SentRatings[];
  readonly roster: Roster;
}

/** So many colleagues in three groups; about one rating in twelve is "not observed". The same for the same number and k. */
export function sampleRound(raters: number, minimum: number): SampleRound {
  const next = random(raters * 10 + minimum);
  const promise: RoundPromise = {
    minimum,
    commentMinimum: 5,
    groups: confidentialGroups.map((code) => ({ code, label: labelOf(code), members: [code] })),
  };
  const rating = () => (next() < 1 / 12 ? null : 1 + Math.floor(next() * 5));
  const sheets = Array.from({ length: raters }, (_, index): SentRatings => ({
    group: confidentialGroups[index % 3] ?? 'peer',
    ratings: Object.fromEntries(codes.map((code) => [code, rating()])),
  }));
  return { promise, sheets, roster: rosterOf(promise, sheets) };
}

/** The report of such a round, made as a seal makes it. */
export const reportOf = ({ promise, sheets }: SampleRound): Snapshot =>
  makeSnapshot({
    framework,
    minimum: promise.minimum,
    disclosure: disclose(framework, promise, sheets),
    comments: { withheld: 'too_few' },
    self: null,
    lineManagers: [],
  });

/**
 * Numbers that no report of ours has, for the longest search that the audit can be given: sums of ratings on one behaviour, each with
 * weights of its own for everybody, so that nobody stands for anybody else and nothing that depends on few can be made of them.
 */
export const hardNumbers = (raters: number, numbers: number): PublishedNumber[] => {
  const next = random(raters);
  return Array.from({ length: numbers }, (_, index) => ({
    name: `sum ${index + 1}`,
    terms: Array.from({ length: raters }, (_, rater) => ({ rater, behaviour: '1.1', over: 1 + Math.floor(next() * 1e6), under: 1 })),
  }));
};
