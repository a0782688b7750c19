import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';
import { timeInWords, type RoundTime } from './round-time';

/** To the coach, or whoever checks the list in their stead, of a round that has just been launched: no colleague is written to before the coach has looked at the list. */
export interface CheckListContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly closes: RoundTime;
  readonly link: string;
}

export const checkList = ({ sender, recipient, leader, closes, link }: CheckListContext): WordedLetter => ({
  ...inWords('check_list', { recipient, organisation: sender.organisation, leader, closes: timeInWords(closes) }),
  preheader: 'Invitations leave when you have confirmed it.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Check the list', link }, code: null }],
  smallPrint: ['If you have already confirmed the list, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
