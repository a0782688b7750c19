import type { Letter, Sender } from './letter';
import { howToCheck, whomToAsk } from './said-often';

/** To every administrator when the check of a finished report has found something. It names no quality and no number. */
export interface AuditAlarmContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const auditAlarm = ({ sender, recipient, leader }: AuditAlarmContext): Letter => ({
  subject: `The report for ${leader}: part of it is withheld to protect colleagues`,
  preheader: 'The last check of the report found a fault in this installation.',
  organisation: sender.organisation,
  heading: 'The last check of a report found a fault',
  paragraphs: [
    `Dear ${recipient},`,
    `Before a report is kept, a second program checks that no number in it, and no combination of them, gives fewer colleagues away ` +
      `than was promised. In the report for ${leader} it found something. The qualities concerned are withheld; nobody has seen them, ` +
      `and the rest of the report is whole.`,
    `This should never happen, and it means that Facet itself has a fault. Please tell whoever runs this installation: the log of the ` +
      `server has a line with the code audit_withheld, which says which round and which qualities. There is nothing that the coach ` +
      `or the leader can do about it.`,
  ],
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
