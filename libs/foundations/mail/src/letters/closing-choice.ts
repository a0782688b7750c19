import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';
import { timeInWords, type RoundTime } from './round-time';

/** To the coach of a closed round in which some group has too few answers. It speaks of groups in words, never in counts. */
export interface ClosingChoiceContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  /** When the round is sealed, or cancelled, without a choice. */
  readonly decidedAt: RoundTime;
  readonly link: string;
}

export const closingChoice = ({ sender, recipient, leader, decidedAt, link }: ClosingChoiceContext): Letter => ({
  subject: `Your decision about the round of ${leader}`,
  preheader: 'The round has closed and some group has not enough answers.',
  organisation: sender.organisation,
  heading: `The round of ${leader} has closed`,
  paragraphs: [
    `Dear ${recipient},`,
    `Not every group has enough answers to be shown as it was promised. You can give colleagues more time, ` +
      `or seal the round without those groups; the page says in words what the report would then show. Nothing is lost until you choose.`,
    `Without a choice it is decided on ${timeInWords(decidedAt)}: the round is then sealed, or, ` +
      `if no group has enough answers, cancelled with nothing kept.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'Choose what happens', link }, code: null }],
  smallPrint: ['If you have already chosen, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
