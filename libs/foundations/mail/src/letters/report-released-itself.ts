import { inWords } from '../wording/in-words';
import type { WordedLetter } from './letter';
import type { ReportReleasedContext } from './report-released';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the leader when a report was released because its day had come. */
export const reportReleasedItself = ({ sender, recipient, coach, link }: ReportReleasedContext): WordedLetter => ({
  ...inWords('report_released_itself', { recipient, organisation: sender.organisation, coach }),
  preheader: 'Its day had come.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Read your report', link }, code: null }],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
