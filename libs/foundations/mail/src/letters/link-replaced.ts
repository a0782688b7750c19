import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk, whomToAskAboutData } from './said-often';

/** To the address that an invitation had before: the mail server had refused it, and yet the mail may have arrived. */
export interface LinkReplacedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const linkReplaced = ({ sender, recipient, leader }: LinkReplacedContext): WordedLetter => ({
  ...inWords('link_replaced', { recipient, organisation: sender.organisation, leader }),
  preheader: 'The invitation goes to another address of yours.',
  ...from(sender),
  items: [],
  smallPrint: [whomToAsk(sender), ...whomToAskAboutData(sender), howToCheck(sender)],
});
