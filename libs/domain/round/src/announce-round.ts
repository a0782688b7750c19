import type { RoundPromise } from './promise';

export interface Announced {
  readonly leader: string;
  readonly coach: string;
  readonly promise: Pick<RoundPromise, 'minimum' | 'commentMinimum'>;
  /** "Wednesday 9 December 2026 at 18:00 (Europe/London)" */
  readonly closes: string;
}

/**
 * A text with which a leader tells everybody of a round, in plain paragraphs. It names nobody who is asked and says no number: the
 * staff room is larger than the list.
 */
export const announceRound = ({ leader, coach, promise, closes }: Announced): string =>
  [
    'Dear colleagues,',
    `I am asking for honest feedback on my leadership. Some of you will get a mail from us with the subject “Your view of ${leader}’s leadership”. It takes about eight minutes, on a phone too.`,
    `What you say is confidential. A group’s figures are shown only where at least ${promise.minimum} of its colleagues answered, and comments only where at least ${promise.commentMinimum} did, in mixed order and without names. My line manager answers under their own name. Nobody is told who has answered, not even me.`,
    `${coach} checks whom I ask, reads the report before I do, and talks it through with me. Answers are taken until ${closes}.`,
    `If a mail looks odd to you, ask me or ${coach} before you press anything in it. Thank you for your time.`,
    leader,
  ].join('\n\n');
