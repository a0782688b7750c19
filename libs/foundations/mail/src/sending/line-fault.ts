import type { NodemailerError } from 'nodemailer';

/**
 * Why a line to a mail server is not safe enough to send over: it offers no encryption where encryption is asked for, or shows a
 * certificate that proves nothing. Nothing has left then, and another time it may.
 */
export type LineFault = 'no encryption' | 'certificate';

/** Null where it is none of these. What a server says is not looked at: it could pretend. */
export function lineFault({ command, message, response }: NodemailerError): LineFault | null {
  if (command === 'STARTTLS' && response !== undefined) return 'no encryption';
  if (/wrong version number|packet length too long/.test(message)) return 'no encryption'; // smtps:// to a server that speaks plainly
  return response === undefined && /certificate/i.test(message) ? 'certificate' : null;
}

/** For people; with what Node or the server said, which tells whoever runs the mail server what to look for. */
export function lineFaultInWords(fault: LineFault, error: NodemailerError): string {
  const said = error.response ?? error.message.replace(/^Error initiating TLS - /, '').replace(/;.*/s, '');
  return fault === 'certificate'
    ? `The certificate of the mail server cannot be trusted (${said}), so nothing is sent to it.`
    : `The mail server offers no encryption (${said}), so nothing is sent to it.`;
}
