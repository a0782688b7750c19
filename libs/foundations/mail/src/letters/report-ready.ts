import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To the coach when the round has been sealed. */
export interface ReportReadyContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly link: string;
}

export const reportReady = ({ sender, recipient, leader, link }: ReportReadyContext): Letter => ({
  subject: `The report for ${leader} is ready for you`,
  preheader: `You read it first; ${leader} sees it when you release it.`,
  organisation: sender.organisation,
  heading: `The report for ${leader} is ready`,
  paragraphs: [
    `Dear ${recipient},`,
    `The round of ${leader} is complete. You read the report first; ${leader} sees it when you release it, ` +
      `best in or after your conversation. This mail says nothing of what is in it: it is read only after signing in.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'Read the report', link }, code: null }],
  smallPrint: ['If you have already released the report, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
