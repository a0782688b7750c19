import type { ReportView } from '@facet/contract';

export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

/** Before every definition, for those who want no more than that. */
export const howMade =
  'Every number is a plain mean of ratings that may be shown, or a difference of two such means. Nothing is weighted, nothing is adjusted, and there is no overall score.';

const ends = ({ points }: ReportView['scale']): string =>
  [points[0], points.at(-1)].map((point) => (point ? `${point.value} (${point.label})` : '')).join(' to ');

/** What every number and word of the report is made of; the formulas stand in docs/statistics.md. */
export const definitionsOf = ({ scale, minimum, rules, sealedOn }: ReportView): Definition[] => [
  {
    term: 'A behaviour',
    meaning: `The mean of the ratings given, on a scale from ${ends(scale)}, with the number of raters (n) beside it. “${scale.notObserved}” counts towards nothing. It is shown where at least ${minimum} confidential colleagues rated the behaviour.`,
  },
  {
    term: 'All others',
    meaning: 'Every colleague in the groups shown for a behaviour, and the line manager, each weighing the same. Self is never among them.',
  },
  {
    term: 'A quality',
    meaning:
      'The plain mean of its behaviours that are shown. Self and line manager are averaged over the same behaviours as all others, so that both sides speak of the same things.',
  },
  { term: 'A gap', meaning: 'Self minus all others: with a plus sign, self is higher.' },
  {
    term: 'Too close to call',
    meaning:
      'Other colleagues, asked in place of these, would have given a slightly different mean; the fewer they are, the more it can differ. We allow for that with a margin that depends on how many confidential colleagues stand behind a number, never on what they answered. A large gap inside this margin may be real, but this report cannot tell.',
  },
  {
    term: 'High',
    meaning: `A score of ${rules.highFrom} or above: at least seven tenths of the way from the lowest to the highest point of the scale.`,
  },
  {
    term: 'Agreement',
    meaning:
      'Asked of at least five confidential colleagues who rated every behaviour of a quality, and compared with groups of the same size that rate by throwing dice. It stays one word: how far ratings spread would give people away in a small group.',
  },
  {
    term: 'Two decimals',
    meaning: 'Numbers are computed in full and rounded only to be read, halves away from zero. Page and file show the same digits.',
  },
  { term: 'Once and for all', meaning: `The answers were counted on ${sealedOn}. These numbers have not changed since and never will.` },
];
