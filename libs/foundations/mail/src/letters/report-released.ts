import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the leader when the coach has released the report. */
export interface ReportReleasedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly coach: string;
  readonly link: string;
}

export const reportReleased = ({ sender, recipient, coach, link }: ReportReleasedContext): WordedLetter => ({
  ...inWords('report_released', { recipient, organisation: sender.organisation, coach }),
  preheader: `${coach} has released it.`,
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Read your report', link }, code: null }],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
