import type { CheckListContext } from './check-list';
import type { Letter } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To the coach of a running round whose leader has added colleagues: none of them is written to before the coach has looked. */
export type CheckAdditionsContext = Omit<CheckListContext, 'closes'>;

export const checkAdditions = ({ sender, recipient, leader, link }: CheckAdditionsContext): Letter => ({
  subject: `Please check the colleagues whom ${leader} has added`,
  preheader: 'Their invitations leave when you have confirmed them.',
  organisation: sender.organisation,
  heading: `${leader} has added colleagues`,
  paragraphs: [
    `Dear ${recipient},`,
    `${leader} would like to ask more colleagues. Please check their names, addresses and groups, as you did for the first list. ` +
      `Their invitations leave when you confirm.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'Check the new colleagues', link }, code: null }],
  smallPrint: ['If you have already confirmed them, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
