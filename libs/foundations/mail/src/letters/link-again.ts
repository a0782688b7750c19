import { inWords } from '../wording/in-words';
import { type Ask, askItem } from './ask';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, listed, whomToAsk } from './said-often';

/** To somebody whose link was lost, or had reached somebody else: whoever asked, it goes to the address that is known. */
export interface LinkAgainContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly asks: readonly Ask[];
  readonly now: Date;
}

export const linkAgain = ({ sender, recipient, asks, now }: LinkAgainContext): WordedLetter => {
  const leaders = listed(asks.map(({ leader }) => leader));
  return {
    ...inWords('link_again', { recipient, organisation: sender.organisation, leaders }),
    preheader: 'Use this one: an earlier link may no longer work.',
    ...from(sender),
    items: asks.map((ask) => askItem(ask, sender.site, now, asks.length > 1 ? ask.leader : null)),
    smallPrint: [
      'You did not ask for it? Then there is nothing to do: nobody but you gets this mail.',
      whomToAsk(sender),
      howToCheck(sender),
      'The link is yours alone: please do not pass it on.',
    ],
  };
};
