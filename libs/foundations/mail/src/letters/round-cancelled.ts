import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To everyone who was invited, whether or not they had answered, when a round ends without a report. */
export interface RoundCancelledContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const roundCancelled = ({ sender, recipient, leader }: RoundCancelledContext): Letter => ({
  subject: `The round of ${leader} has been cancelled`,
  preheader: 'No answers were kept, and there is nothing to do.',
  organisation: sender.organisation,
  heading: `The round of ${leader} has been cancelled`,
  paragraphs: [
    `Dear ${recipient},`,
    `The round about the leadership of ${leader}, to which you were invited, ends without a report. ` +
      `No answers were kept: whatever had been saved has been deleted, and nobody has read it. Links to it no longer work.`,
    'There is nothing to do. Thank you for your time.',
  ],
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
