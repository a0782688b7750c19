import { inWords } from '../wording/in-words';
import type { Sender, WordedLetter } from './letter';
import { from, howToCheck, whomToAsk } from './said-often';

/** To every administrator when the check of a finished report has found something. It names no quality and no number. */
export interface AuditAlarmContext {
  readonly sender: Sender;
  readonly recipient: string;
  readonly leader: string;
}

export const auditAlarm = ({ sender, recipient, leader }: AuditAlarmContext): WordedLetter => ({
  ...inWords('audit_alarm', { recipient, organisation: sender.organisation, leader }),
  preheader: 'The last check of the report found a fault in this installation.',
  ...from(sender),
  items: [],
  smallPrint: [whomToAsk(sender), howToCheck(sender)],
});
