import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk, whomToAskAboutData } from './said-often';

/** To everyone who was invited, whether or not they had answered, when a round ends without a report. */
export interface RoundCancelledContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const roundCancelled = ({ sender, recipient, leader }: RoundCancelledContext): WordedLetter => ({
  ...inWords('round_cancelled', { recipient, organisation: sender.organisation, leader }),
  preheader: 'No answers were kept, and there is nothing to do.',
  ...from(sender),
  items: [],
  smallPrint: [whomToAsk(sender), ...whomToAskAboutData(sender), howToCheck(sender)],
});
