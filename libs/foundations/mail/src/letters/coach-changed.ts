import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the leader of a round that got another coach, and to the coach before. */
export interface CoachChangedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  /** The new one. */
  readonly coach: string;
}

export const coachChanged = ({ sender, recipient, leader, coach }: CoachChangedContext): WordedLetter => ({
  ...inWords('coach_changed', { recipient, organisation: sender.organisation, leader, coach }),
  preheader: 'There is nothing to do.',
  ...from(sender),
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
