import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk, whomToAskAboutData } from './said-often';

/** To somebody whose answers could not be opened when the report was made, and are not in it. */
export interface AnswersUnreadContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const answersUnread = ({ sender, recipient, leader }: AnswersUnreadContext): WordedLetter => ({
  ...inWords('answers_unread', { recipient, organisation: sender.organisation, leader }),
  preheader: 'They are not in the report. We are sorry.',
  ...from(sender),
  items: [],
  smallPrint: [whomToAsk(sender), ...whomToAskAboutData(sender), howToCheck(sender)],
});
