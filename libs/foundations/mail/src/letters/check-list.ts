import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';
import { timeInWords, type RoundTime } from './round-time';

/** To the coach of a round that has just been launched: no colleague is written to before the coach has looked at the list. */
export interface CheckListContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
  readonly closes: RoundTime;
  readonly link: string;
}

export const checkList = ({ sender, recipient, leader, closes, link }: CheckListContext): Letter => ({
  subject: `Please check the list of colleagues for ${leader}`,
  preheader: 'Invitations leave when you have confirmed it.',
  organisation: sender.organisation,
  heading: `${leader} has launched a round`,
  paragraphs: [
    `Dear ${recipient},`,
    `${leader} has chosen the colleagues to ask, and you as coach. Please check the list of names, addresses and groups: ` +
      `you are the one who can see whether everybody on it is who they seem to be, and the promise of confidentiality rests on that.`,
    `No invitation leaves before you confirm. The round closes on ${timeInWords(closes)}.`,
  ],
  items: [{ heading: null, paragraphs: [], button: { label: 'Check the list', link }, code: null }],
  smallPrint: ['If you have already confirmed the list, there is nothing to do.', whomToAsk(sender), howToCheck(sender)],
});
