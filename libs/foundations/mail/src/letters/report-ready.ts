import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the coach when the round has been sealed. */
export interface ReportReadyContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly link: string;
}

export const reportReady = ({ sender, recipient, leader, link }: ReportReadyContext): WordedLetter => ({
  ...inWords('report_ready', { recipient, organisation: sender.organisation, leader }),
  preheader: `You read it first; ${leader} sees it when you release it.`,
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Read the report', link }, code: null }],
  smallPrint: ['If you have already released the report, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
