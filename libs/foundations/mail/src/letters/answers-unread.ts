import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To somebody whose answers could not be opened when the report was made, and are not in it. */
export interface AnswersUnreadContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const answersUnread = ({ sender, recipient, leader }: AnswersUnreadContext): Letter => ({
  subject: `Your answers about ${leader} could not be read`,
  preheader: 'They are not in the report. We are sorry.',
  organisation: sender.organisation,
  heading: 'Your answers could not be read',
  paragraphs: [
    `Dear ${recipient},`,
    `You took the time to answer about the leadership of ${leader}, and your answers arrived. When the report was made they could not be ` +
      `opened: what was stored was damaged. We are sorry. They are not in the report, nobody has read them, and they are deleted.`,
    `Nobody in the round is told that they were yours. The report is complete without them, so there is nothing for you to do.`,
  ],
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
