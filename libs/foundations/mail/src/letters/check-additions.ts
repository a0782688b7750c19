import { inWords } from '../wording/in-words';
import type { CheckListContext } from './check-list';
import type { WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the coach, or whoever checks the list in their stead, of a running round whose leader has added colleagues or put an address right: nobody is written to before the coach has looked. */
export type CheckAdditionsContext = Omit<CheckListContext, 'closes'>;

export const checkAdditions = ({ sender, recipient, leader, link }: CheckAdditionsContext): WordedLetter => ({
  ...inWords('check_additions', { recipient, organisation: sender.organisation, leader }),
  preheader: 'Invitations leave when you have confirmed the list.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Check the list', link }, code: null }],
  smallPrint: ['If you have already confirmed it, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
