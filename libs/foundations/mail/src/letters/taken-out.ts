import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To a colleague whom the coach has taken out of a round, after their invitation had left. */
export interface TakenOutContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly coach: string;
}

export const takenOut = ({ sender, recipient, leader, coach }: TakenOutContext): Letter => ({
  subject: `You are no longer asked about ${leader}`,
  preheader: 'Whatever you had answered has been deleted, and there is nothing to do.',
  organisation: sender.organisation,
  heading: `You are no longer asked about ${leader}`,
  paragraphs: [
    `Dear ${recipient},`,
    `${coach}, who coaches ${leader}, has taken you out of the round about the leadership of ${leader}. Your link no longer works. ` +
      `Whatever you had answered has been deleted, and nobody has read it.`,
    `If you think that this is a mistake, please reply to this mail. Otherwise there is nothing to do. Thank you for your time.`,
  ],
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
