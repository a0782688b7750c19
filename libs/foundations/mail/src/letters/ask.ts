import type { LetterItem } from './letter';
import { listed } from './said-often';
import { timeInWords, timeLeft, type RoundTime } from './round-time';

/** One request for answers: this person, about this leader. */
export interface Ask {
  readonly leader: string;
  /** How the answers are treated, so that no letter promises more than the round does. */
  readonly standing: 'self' | 'named' | 'confidential';
  readonly closes: RoundTime;
  /** k: the fewest confidential colleagues behind any number that is shown. */
  readonly minimum: number;
  /** The fewest confidential colleagues who must have sent answers before any comment is shown. */
  readonly commentMinimum: number;
  /** The leader's own words, plain text; empty where there are none. */
  readonly message: string;
  readonly link: string;
  readonly code: string;
}

/** Most people need about so long for thirty behaviours. */
export const MINUTES = 8;

/** "Ada Okafor’s and Ben Hall’s" */
export const whose = (asks: readonly Ask[]): string => listed(asks.map(({ leader }) => `${leader}’s`));

const LABELS = { self: 'Answer about yourself', named: 'Give your view', confidential: 'Give your view' } as const;

/** What is said about one leader; `heading` only where the letter speaks of several. */
export const askItem = (ask: Ask, site: string, now: Date, heading: string | null): LetterItem => {
  const left = timeLeft(now, ask.closes);
  return {
    heading,
    paragraphs: [`Please answer by ${timeInWords(ask.closes)}${left === null ? '' : `: that is ${left}`}.`],
    button: { label: LABELS[ask.standing], link: ask.link },
    below: treatment(ask),
    ...(ask.message !== '' && { message: { from: ask.leader, words: ask.message } }),
    code: { hint: `If the button does not work, open ${site}/s and type this code:`, value: ask.code },
  };
};

const treatment = (ask: Ask): string[] => {
  switch (ask.standing) {
    case 'self':
      return ['Your own answers stand beside those of your colleagues in the report. Your coach reads it first, then you.'];
    case 'named':
      return [
        `As line manager you are named: ${ask.leader} and the coach see your answers under your name. ` +
          `The first page says so again before you begin.`,
      ];
    case 'confidential':
      return [
        `Your answers are confidential. While the round is open they are kept encrypted; afterwards a number is shown only where ` +
          `at least ${ask.minimum} colleagues stand behind it, and comments only when at least ${ask.commentMinimum} have answered, ` +
          `word for word but shuffled and without names.`,
        `Nobody is shown whether you have answered. The report says how many of a group did, and where all of them did, that says it of each.`,
      ];
  }
};
