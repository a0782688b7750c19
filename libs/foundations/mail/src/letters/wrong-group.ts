import { labelOf, type GroupCode } from '@facet/domain-round';
import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the coach: a colleague says that they are in the wrong group. Says nothing of whether they have answered. */
export interface WrongGroupContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly colleague: { readonly name: string; readonly group: GroupCode };
  readonly link: string;
}

export const wrongGroup = ({ sender, recipient, leader, colleague, link }: WrongGroupContext): WordedLetter => ({
  ...inWords('wrong_group', { recipient, organisation: sender.organisation, leader }),
  preheader: 'Please look at the list of colleagues.',
  ...from(sender),
  items: [
    {
      heading: null,
      paragraphs: [`${colleague.name} is asked in the group “${labelOf(colleague.group)}” and says that this is not theirs.`],
      button: { label: 'See the round', link },
      code: null,
    },
  ],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
