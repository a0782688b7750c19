import { readAddress } from '@facet/domain-round';
import { asciiDomain, isLoopback } from '@facet/platform';
import { createTransport, type NodemailerError, type SMTPPoolOptions } from 'nodemailer';
import { oneLine } from '../layout/plain';
import { BodyGate } from './body-gate';
import { type DkimKey, dkimOptions } from './dkim';
import { accepted, failed } from './outcome';
import type { Mailbox, OutgoingMail, Outcome } from './outgoing';

/** RFC 5321, section 4.5.3.2: a server may take ten minutes to answer the final dot, and cutting it short makes copies. */
const SILENCE_MS = 600_000;

/**
 * Of one process. Each body waits for a commit, and those that wait together share it, so more connections cost the database less; the
 * usual mail server lets one sender have fifty (Postfix, smtpd_client_connection_count_limit).
 */
const CONNECTIONS = 10;

/** How this installation sends. */
export interface CarrierSettings {
  readonly smtpUrl: string;
  readonly leaseSeconds: number;
  /** Null: the mail server signs, or nobody does. */
  readonly dkim: DkimKey | null;
}

/** Carries mails to the SMTP server, one recipient each, over a few connections, and says what became of each. Retries nothing. */
export class Carrier {
  private readonly gate = new BodyGate();
  private readonly transport;

  constructor({ smtpUrl, leaseSeconds, dkim }: CarrierSettings, logger: SMTPPoolOptions['logger'] = false) {
    this.transport = createTransport({
      ...connectionTo(smtpUrl),
      pool: true,
      maxConnections: CONNECTIONS,
      maxRequeues: 0, // what is tried again is decided in PostgreSQL
      idleTimeout: 30_000,
      socketTimeout: Math.min(SILENCE_MS, leaseSeconds * 1000 * 0.8), // silence ends before the lease does
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim && { dkim: dkimOptions(dkim) }),
      logger,
    });
    this.transport.use('stream', this.gate.plugin);
  }

  /** `beforeBody` runs once the server has taken sender and recipient and before any of the message leaves. */
  async carry(mail: OutgoingMail, beforeBody: () => Promise<void>): Promise<Outcome> {
    const to = one(mail.to);
    if (to === null) return { kind: 'rejected', code: 553, reply: 'This is not one mail address.' };
    const messageId = `<${mail.messageId}>`;
    return this.gate.pass(messageId, beforeBody, async (hasLeft) => {
      try {
        const { response } = await this.transport.sendMail({
          envelope: { from: mail.returnPath ?? mail.from.address, to: [to.address] },
          from: named(mail.from),
          replyTo: named(mail.replyTo),
          to,
          date: mail.date,
          messageId,
          headers: headersOf(mail),
          subject: mail.letter.subject,
          text: mail.letter.text,
          html: mail.letter.html,
        });
        return accepted(response);
      } catch (error) {
        return failed(error as NodemailerError, hasLeft()); // sendMail rejects with nothing else
      }
    });
  }

  /** Lets a delivery in progress finish. */
  close(): void {
    this.transport.close();
  }
}

/** A password never leaves the machine in the clear. */
export function connectionTo(smtpUrl: string): { url: string; requireTLS: boolean } {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return { url: smtpUrl, requireTLS: protocol === 'smtp:' && username !== '' && !isLoopback(hostname) };
}

const headersOf = ({ unsubscribe }: OutgoingMail): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  ...(unsubscribe !== undefined && { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
});

/** The last look before an address reaches nodemailer, which would read a comma or a group as several recipients. */
function one(mailbox: Mailbox): Mailbox | null {
  const address = readAddress(mailbox.address, asciiDomain);
  return typeof address === 'string' || address.email !== mailbox.address ? null : named(mailbox);
}

const named = ({ name, address }: Mailbox): Mailbox => ({ name: oneLine(name), address });
