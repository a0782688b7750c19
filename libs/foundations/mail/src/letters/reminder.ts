import { askItem, MINUTES, type Ask } from './ask';
import type { Letter, Sender } from './letter';
import { howToCheck, listed, whomToAsk } from './said-often';
import { weekday } from './round-time';

/** To somebody who has not answered yet: one letter, whatever the number of leaders. */
export interface ReminderContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly asks: readonly Ask[];
  readonly now: Date;
}

export function reminder({ sender, recipient, asks, now }: ReminderContext): Letter {
  const ownView = asks.every(({ standing }) => standing === 'self');
  const views = ownView ? 'your own view of your' : `your view of ${listed(asks.map(({ leader }) => `${leader}’s`))}`;
  const first = asks.map(({ closes }) => closes).sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  const until = first === undefined ? '' : ` by ${weekday(first)}`;
  return {
    subject: `Reminder: ${views} leadership${until}`,
    preheader: 'If you have already answered, there is nothing to do.',
    organisation: sender.organisation,
    heading: asks.length > 1 ? 'There is still time to answer' : `There is still time to answer${until}`,
    paragraphs: [
      `Dear ${recipient},`,
      `A short reminder: ${views} leadership is still welcome. It takes about ${MINUTES} minutes, ` +
        `and what you have saved so far is waiting for you. If you have already answered, there is nothing to do.`,
    ],
    items: asks.map((ask) => askItem(ask, sender.site, now, asks.length > 1 ? ask.leader : null)),
    smallPrint: [
      ...(ownView ? [] : [`Not ${recipient}, or would you rather not answer? The same page lets you say so with one press.`]),
      'Everyone who has not answered gets such a reminder; they stop as soon as you answer or decline. Nobody is shown who that is.',
      whomToAsk(sender),
      howToCheck(sender),
      'The link is yours alone: please do not pass it on.',
    ],
  };
}
