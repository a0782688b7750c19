import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To the coach of a closed round of which some answers could not be read, twice. It never says how many, or whose they are. */
export interface UnreadableChoiceContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly link: string;
}

export const unreadableChoice = ({ sender, recipient, leader, link }: UnreadableChoiceContext): WordedLetter => ({
  ...inWords('unreadable_choice', { recipient, organisation: sender.organisation, leader }),
  preheader: 'The report is not made yet, and nothing has been changed.',
  ...from(sender),
  items: [{ heading: null, paragraphs: [], button: { label: 'Choose what happens', link }, code: null }],
  smallPrint: ['If the report has been made since, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
