import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { timeInWords, type RoundTime } from './round-time';
import { from, howToCheck, whomToAsk } from './said-often';

/** To a coach who has not released a report: a week after it was made, and once more before it is released by itself. */
export interface ReportWaitingContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  /** When it is released without a press. */
  readonly releasesAt: RoundTime;
  readonly link: string;
}

export const reportWaiting = ({ sender, recipient, leader, releasesAt, link }: ReportWaitingContext): WordedLetter => ({
  ...inWords('report_waiting', { recipient, organisation: sender.organisation, leader, releases: timeInWords(releasesAt) }),
  preheader: `Without you it is released by itself on ${timeInWords(releasesAt)}.`,
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Read and release the report', link }, code: null }],
  smallPrint: ['If you have already released the report, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
