import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To somebody who coaches a running round from now on, in another's place. */
export interface CoachAssignedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly link: string;
}

export const coachAssigned = ({ sender, recipient, leader, link }: CoachAssignedContext): Letter => ({
  subject: `You now coach the round of ${leader}`,
  preheader: 'An administrator has given it to you.',
  organisation: sender.organisation,
  heading: `You now coach the round of ${leader}`,
  paragraphs: [
    `Dear ${recipient},`,
    `An administrator of ${sender.organisation} has given you the round about the leadership of ${leader}. ` +
      `You see it from now on, and the coach before you does not any more. Its page says what comes next.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'See the round', link }, code: null }],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
