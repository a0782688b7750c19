import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To the address that an invitation had before: the mail server had refused it, and yet the mail may have arrived. */
export interface LinkReplacedContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const linkReplaced = ({ sender, recipient, leader }: LinkReplacedContext): Letter => ({
  subject: `Your link about ${leader} has been replaced`,
  preheader: 'The invitation goes to another address of yours.',
  organisation: sender.organisation,
  heading: 'Your link has been replaced',
  paragraphs: [
    `Dear ${recipient},`,
    `Your invitation to a round about the leadership of ${leader} was sent to this address and came back as undeliverable. ` +
      `It now goes to another address, and the link in the earlier mail no longer works. The new page begins empty: ` +
      `whatever was answered with the earlier link has been deleted, and nobody has read it.`,
    'If you read this and have had no new invitation, please reply to this mail.',
  ],
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
