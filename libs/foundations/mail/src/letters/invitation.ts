import { inWords } from '../wording/in-words';
import { askItem, MINUTES, type Ask, whose } from './ask';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, listed, whomToAsk, whomToAskAboutData } from './said-often';

/** To somebody who is asked for answers, once for each leader: the first they hear of it. */
export interface InvitationContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly asks: readonly Ask[];
  readonly now: Date;
}

export function invitation({ sender, recipient, asks, now }: InvitationContext): WordedLetter {
  const ownView = asks.every(({ standing }) => standing === 'self');
  const leaders = listed(asks.map(({ leader }) => leader));
  const values = { recipient, organisation: sender.organisation, minutes: String(MINUTES) };
  return {
    ...(ownView ? inWords('own_invitation', values) : inWords('invitation', { ...values, leaders, whose: whose(asks) })),
    preheader: ownView ? 'Your round has begun: your own view comes first.' : `${leaders} would value your view. No account needed.`,
    ...from(sender),
    items: asks.map((ask) => askItem(ask, sender.site, now, asks.length > 1 ? ask.leader : null)),
    smallPrint: [
      'Every answer is saved as you go, and you can change your answers until the closing time.',
      ...(ownView
        ? []
        : [
            `Not ${recipient}? Please reply to this mail and leave the link alone: nothing is lost. If you would rather not answer, the page lets you say so.`,
          ]),
      'If you have already answered, there is nothing to do.',
      whomToAsk(sender),
      ...whomToAskAboutData(sender),
      howToCheck(sender),
      'The link is yours alone: please do not pass it on.',
    ],
  };
}
