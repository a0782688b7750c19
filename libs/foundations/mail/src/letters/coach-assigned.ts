import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To somebody who coaches a running round from now on, in another's place. */
export interface CoachAssignedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly link: string;
}

export const coachAssigned = ({ sender, recipient, leader, link }: CoachAssignedContext): WordedLetter => ({
  ...inWords('coach_assigned', { recipient, organisation: sender.organisation, leader }),
  preheader: 'An administrator has given it to you.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'See the round', link }, code: null }],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
