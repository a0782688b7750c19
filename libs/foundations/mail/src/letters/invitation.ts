import { askItem, MINUTES, type Ask } from './ask';
import type { Letter, Sender } from './letter';
import { howToCheck, listed, whomToAsk } from './said-often';

/** To somebody who is asked for answers, once for each leader: the first they hear of it. */
export interface InvitationContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly asks: readonly Ask[];
  readonly now: Date;
}

export function invitation({ sender, recipient, asks, now }: InvitationContext): Letter {
  const ownView = asks.every(({ standing }) => standing === 'self');
  const leaders = asks.map(({ leader }) => leader);
  const views = listed(leaders.map((leader) => `${leader}’s`));
  return {
    subject: ownView
      ? `Your own view of your leadership: about ${MINUTES} minutes`
      : `Your view of ${views} leadership: about ${MINUTES} minutes`,
    preheader: ownView
      ? 'Your round has begun: your own view comes first.'
      : `${listed(leaders)} would value your view. No account needed.`,
    organisation: sender.organisation,
    heading: ownView ? 'Your round has begun' : `${listed(leaders)} would value your view`,
    paragraphs: [
      `Dear ${recipient},`,
      ownView
        ? `You have asked colleagues at ${sender.organisation} what they see of your leadership. Please say what you see yourself: ` +
          `the report sets your own view beside theirs. It takes about ${MINUTES} minutes.`
        : `${listed(leaders)} of ${sender.organisation} would like to learn from the people they work with, and chose to ask you. ` +
          `You rate what you have seen, in about ${MINUTES} minutes, on a phone or a computer, without an account.`,
    ],
    items: asks.map((ask) => askItem(ask, sender.site, now, asks.length > 1 ? ask.leader : null)),
    smallPrint: [
      'Every answer is saved as you go, and you can change your answers until the closing time.',
      ...(ownView ? [] : [`Not ${recipient}, or would you rather not answer? The same page lets you say so with one press.`]),
      'If you have already answered, there is nothing to do.',
      whomToAsk(sender),
      howToCheck(sender),
      'The link is yours alone: please do not pass it on.',
    ],
  };
}
