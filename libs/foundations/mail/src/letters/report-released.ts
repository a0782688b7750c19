import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To the leader when the coach has released the report. */
export interface ReportReleasedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly coach: string;
  readonly link: string;
}

export const reportReleased = ({ sender, recipient, coach, link }: ReportReleasedContext): Letter => ({
  subject: 'Your report is there for you',
  preheader: `${coach} has released it.`,
  organisation: sender.organisation,
  heading: 'Your report is there for you',
  paragraphs: [
    `Dear ${recipient},`,
    `${coach} has released your report. Take some quiet time for it, and talk it over with ${coach}. ` +
      `This mail says nothing of what is in it: it is read only after signing in.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'Read your report', link }, code: null }],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
