import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To the coach of a closed round of which some answers could not be read, twice. It never says how many, or whose they are. */
export interface UnreadableChoiceContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly link: string;
}

export const unreadableChoice = ({ sender, recipient, leader, link }: UnreadableChoiceContext): Letter => ({
  subject: `Your decision about the round of ${leader}: some answers cannot be read`,
  preheader: 'The report is not made yet, and nothing has been changed.',
  organisation: sender.organisation,
  heading: `The report for ${leader} could not be made yet`,
  paragraphs: [
    `Dear ${recipient},`,
    `The round has closed, and some of its answers could not be opened, twice. They are damaged, or were kept with another key. ` +
      `Everything is as it was. Please ask whoever runs this installation to look first: what can be brought back is then counted.`,
    `If it cannot be brought back, you can make the report without these answers. Their authors are then told by mail that their answers ` +
      `are not in it.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'Choose what happens', link }, code: null }],
  smallPrint: ['If the report has been made since, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
