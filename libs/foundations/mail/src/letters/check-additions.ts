import { inWords } from '../wording/in-words';
import type { CheckListContext } from './check-list';
import type { WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the coach of a running round whose leader has added colleagues: none of them is written to before the coach has looked. */
export type CheckAdditionsContext = Omit<CheckListContext, 'closes'>;

export const checkAdditions = ({ sender, recipient, leader, link }: CheckAdditionsContext): WordedLetter => ({
  ...inWords('check_additions', { recipient, organisation: sender.organisation, leader }),
  preheader: 'Their invitations leave when you have confirmed them.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Check the new colleagues', link }, code: null }],
  smallPrint: ['If you have already confirmed them, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
