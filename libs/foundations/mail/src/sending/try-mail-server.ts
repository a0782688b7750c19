import { randomUUID } from 'node:crypto';
import type { Configuration } from '@facet/platform';
import { createTransport, type NodemailerError } from 'nodemailer';
import { render } from '../layout/render';
import { from } from '../letters/said-often';
import { Carrier, connectionTo } from './carrier';
import { type LineFault, lineFault, lineFaultInWords } from './line-fault';
import type { Outcome } from './outgoing';
import { returnPath } from './return-path';

const PATIENCE_MS = 10_000;

/** What the mail server or the connection said, and what is wrong with the line, where it is that. */
export interface TurnedAway {
  readonly said: string;
  readonly line: LineFault | null;
}

/** Whether the mail server lets us in, without a mail: null where it does. */
export async function greetMailServer(smtpUrl: string): Promise<TurnedAway | null> {
  const transport = createTransport({
    ...connectionTo(smtpUrl),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const refusal = error as NodemailerError; // verify() rejects with nothing else
    const line = lineFault(refusal);
    return { line, said: line === null ? (refusal.response ?? refusal.message) : lineFaultInWords(line, refusal) };
  } finally {
    transport.close();
  }
}

/** Sends one mail to `to` as every other mail is sent, so that what hinders those hinders this. */
export async function sendTestMail({ smtpUrl, mail, publicUrl, secret }: Configuration, to: string, date: Date): Promise<Outcome> {
  if (smtpUrl === undefined) throw new Error('in demo mode there is no mail server to try');
  const carrier = new Carrier({ smtpUrl, ...mail });
  try {
    const letter = render({
      subject: 'A test mail from Facet',
      preheader: 'Mail from this installation arrives.',
      ...from({ organisation: mail.from.name, site: publicUrl.origin }),
      heading: 'Mail arrives',
      paragraphs: [`Somebody who runs Facet at ${publicUrl.host} asked for this mail, to see that mail from there arrives. It did.`],
      items: [],
      after: [],
      smallPrint: ['There is nothing to do. If it lies among unwanted mail, tell whoever runs your mail server.'],
    });
    const id = randomUUID();
    const outgoing = {
      ...{ messageId: `${id}@${mail.from.address.slice(mail.from.address.indexOf('@') + 1)}`, from: mail.from, replyTo: mail.from },
      ...{ to: { name: '', address: to }, date, letter },
      ...(mail.returnDomain !== undefined && { returnPath: returnPath(secret, id, mail.returnDomain) }),
    };
    return await carrier.carry(outgoing, () => Promise.resolve());
  } finally {
    carrier.close();
  }
}
