import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk, whomToAskAboutData } from './said-often';

/** To a colleague whom the coach has taken out of a round, after their invitation had left. */
export interface TakenOutContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly coach: string;
}

export const takenOut = ({ sender, recipient, leader, coach }: TakenOutContext): WordedLetter => ({
  ...inWords('taken_out', { recipient, organisation: sender.organisation, leader, coach }),
  preheader: 'Whatever you had answered has been deleted, and there is nothing to do.',
  ...from(sender),
  items: [],
  smallPrint: [whomToAsk(sender), ...whomToAskAboutData(sender), howToCheck(sender)],
});
