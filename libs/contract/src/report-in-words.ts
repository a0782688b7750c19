import type { Agreement, Classification, FirstPage, ReportRules, Verdict } from './read-report';

/** The same thing in a table's cell and in one plain sentence. */
export interface InWords {
  readonly short: string;
  readonly sentence: string;
}

/** Self is the leader's own view, others are all others: the words fit the leader's page and the coach's. */
export const verdictInWords: Readonly<Record<Verdict, InWords>> = {
  self_higher: {
    short: 'self higher',
    sentence: 'Self is clearly higher than all others: the gap is large, and wider than a different choice of colleagues would explain.',
  },
  self_lower: {
    short: 'self lower',
    sentence: 'Self is clearly lower than all others: the gap is large, and wider than a different choice of colleagues would explain.',
  },
  too_close: {
    short: 'too close to call',
    sentence: 'The gap looks large, but so few colleagues stand behind it that a different choice of them could have closed it.',
  },
  in_line: { short: 'in line', sentence: 'The gap between self and all others is too small to make anything of.' },
};

export const classificationInWords: Readonly<Record<Classification, InWords>> = {
  over_high: { short: 'others high, self higher', sentence: 'Others rate this high, and self is clearly higher still.' },
  over_low: {
    short: 'others lower than self',
    sentence: 'Self is clearly higher than all others here. What would they need to see more often?',
  },
  under_high: {
    short: 'others high, self lower',
    sentence: 'Others rate this high, clearly higher than self does. What do they see that is easy to overlook?',
  },
  under_low: {
    short: 'self lower than others',
    sentence: 'Others do not rate this high, and self is clearly lower still. They see more of it than self does.',
  },
  agree_high: { short: 'both high', sentence: 'Others rate this high, and self is not clearly apart from them.' },
  agree_low: { short: 'neither high', sentence: 'Others do not rate this high, and self is not clearly apart from them.' },
};

/** Among confidential colleagues; never of the line manager or of self. */
export const agreementInWords: Readonly<Record<Agreement, InWords>> = {
  high: {
    short: 'high',
    sentence:
      'Closer than chance: the ratings lie closer together than in 95 of 100 groups that rate by throwing dice. Single behaviours can still divide colleagues.',
  },
  mixed: {
    short: 'mixed',
    sentence:
      'The ratings lie closer together than in half of the groups that rate by throwing dice, but not than in 95 of 100: colleagues may have seen different things.',
  },
  low: {
    short: 'low',
    sentence: 'Colleagues see this differently: the ratings lie further apart than in half of the groups that rate by throwing dice.',
  },
};

/** Beside a gap of a quality whose two ends are not made of the same behaviours: self did not rate all that others are shown on. */
export const comparedOverFewer = ({ rated, shown }: { readonly rated: number; readonly shown: number }): string =>
  `Self rated ${rated} of the ${shown} behaviours that others are shown on: its score is of ${rated === 1 ? 'that one' : `those ${rated}`}, theirs of all ${shown}.`;

/** In place of a word for agreement. */
export const noAgreementInWords: InWords = {
  short: 'too few rated all of it',
  sentence: 'Too few colleagues rated every behaviour of this quality to say how far they agree.',
};

/** What "clearly" means in this report. Numbers as they are: they have at most three decimals. */
export const clearlyInWords = ({ gapFrom }: ReportRules): string =>
  `“Clearly” means a gap of at least ${gapFrom.behaviour} on a behaviour, or ${gapFrom.quality} on a quality, that is also wider than a different choice of colleagues would explain.`;

/** Heading of each list of the first page, and the rule by which a behaviour stands in it. */
export const firstPageInWords = ({ highFrom }: ReportRules): Readonly<Record<keyof FirstPage, { heading: string; rule: string }>> => ({
  confirmedStrengths: {
    heading: 'Confirmed strengths',
    rule: `Self and all others both stand at ${highFrom} or above, and neither is clearly apart from the other. The highest score of all others comes first.`,
  },
  blindSpots: {
    heading: 'Blind spots',
    rule: `Self is clearly higher than all others, who stand below ${highFrom}. The widest gap comes first.`,
  },
  hiddenStrengths: {
    heading: 'Hidden strengths',
    rule: `Self is clearly lower than all others, who stand at ${highFrom} or above. The widest gap comes first.`,
  },
});
