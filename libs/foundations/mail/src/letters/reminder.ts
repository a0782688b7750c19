import { inWords } from '../wording/in-words';
import { askItem, MINUTES, type Ask, whose } from './ask';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, listed, whomToAsk, whomToAskAboutData } from './said-often';
import { weekday } from './round-time';

/** To somebody who has not answered yet: one letter, whatever the number of leaders. */
export interface ReminderContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly asks: readonly Ask[];
  readonly now: Date;
  /** The address of the page on which the recipient can ask for no more reminders. */
  readonly stop: string;
}

export function reminder({ sender, recipient, asks, now, stop }: ReminderContext): WordedLetter {
  const ownView = asks.every(({ standing }) => standing === 'self');
  const values = { recipient, organisation: sender.organisation, day: firstClosing(asks), minutes: String(MINUTES) };
  const leaders = listed(asks.map(({ leader }) => leader));
  return {
    ...(ownView ? inWords('own_reminder', values) : inWords('reminder', { ...values, leaders, whose: whose(asks) })),
    preheader: 'If you have already answered, there is nothing to do.',
    ...from(sender),
    stop: { label: `No more reminders from ${sender.organisation}`, link: stop },
    items: asks.map((ask) => askItem(ask, sender.site, now, asks.length > 1 ? ask.leader : null)),
    smallPrint: [
      ...(ownView
        ? []
        : [
            `Not ${recipient}? Please reply to this mail and leave the link alone: nothing is lost. If you would rather not answer, the page lets you say so.`,
            'Everyone who has not answered gets such a reminder; they stop as soon as you answer or decline. Nobody is shown who that is.',
          ]),
      whomToAsk(sender),
      ...whomToAskAboutData(sender),
      howToCheck(sender),
      'The link is yours alone: please do not pass it on.',
    ],
  };
}

function firstClosing(asks: readonly Ask[]): string {
  const [first] = asks.map(({ closes }) => closes).sort((a, b) => a.at.getTime() - b.at.getTime());
  if (first === undefined) throw new Error('a reminder reminds of something');
  return weekday(first);
}
