import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';
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

export const closingChoice = ({ sender, recipient, leader, decidedAt, link }: ClosingChoiceContext): WordedLetter => ({
  ...inWords('closing_choice', { recipient, organisation: sender.organisation, leader, decides: timeInWords(decidedAt) }),
  preheader: 'The round has closed and some group has not enough answers.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Choose what happens', link }, code: null }],
  smallPrint: ['If you have already chosen, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
