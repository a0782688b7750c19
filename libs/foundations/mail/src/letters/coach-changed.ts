import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To the leader of a round that got another coach, and to the coach before. */
export interface CoachChangedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  /** The new one. */
  readonly coach: string;
}

export const coachChanged = ({ sender, recipient, leader, coach }: CoachChangedContext): Letter => ({
  subject: `The round of ${leader} has another coach`,
  preheader: 'There is nothing to do.',
  organisation: sender.organisation,
  heading: `The round of ${leader} has another coach`,
  paragraphs: [
    `Dear ${recipient},`,
    `From now on ${coach} coaches the round about the leadership of ${leader}, reads its report first and releases it. ` +
      `The coach before no longer sees the round. Answers and closing time stay as they are.`,
  ],
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
