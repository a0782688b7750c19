import type { NodemailerError } from 'nodemailer';
import { lineFault, lineFaultInWords } from './line-fault';
import type { Outcome } from './outgoing';

/** Longer replies are cut: the column is for people. */
const LONGEST_REPLY = 500;

export const accepted = (response: string): Outcome => ({ kind: 'sent', code: Number(response.slice(0, 3)), reply: short(response) });

/**
 * What a failed attempt means. A reply settles it: 5yz to the recipient or to the message is final, everything else may be tried
 * again (a refused sender or sign-in is ours to mend, not the recipient's). Without a reply it depends on whether the whole body
 * had left: nodemailer reports a connection lost after the final dot exactly like one lost before the first command.
 */
export function failed(error: NodemailerError, bodyLeft: boolean): Outcome {
  const fault = lineFault(error);
  if (fault !== null) return { kind: 'later', code: null, reply: short(lineFaultInWords(fault, error)) };
  const code = error.responseCode ?? null;
  const reply = short(error.response ?? error.message);
  if (code === null) return bodyLeft ? { kind: 'unknown', reply } : { kind: 'later', code, reply };
  const aboutThisMail =
    (error.code === 'EENVELOPE' && error.command === 'RCPT TO') || (error.code === 'EMESSAGE' && error.command === 'DATA');
  const final = code >= 500 && code < 600 && code !== 503; // 503: the commands came in the wrong order, which says nothing of the mail
  return final && aboutThisMail ? { kind: 'rejected', code, reply } : { kind: 'later', code, reply };
}

const short = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_REPLY);
