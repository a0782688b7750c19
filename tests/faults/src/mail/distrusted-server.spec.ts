import { greetMailServer } from '@facet/mail';
import { type Encryption, RecordingSmtp } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { Signer, selfSigned } from './certificate';
import { checkMails } from './check-mails';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { mailsToSend } from './mails-to-send';
import { settled } from './settled';

// A mail server to which no safe line leads: nothing leaves until it has mended that, and then everything does.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());

const signer = new Signer();
const trusted = signer.server();
const YESTERDAY = new Date(Date.now() - 86_400_000);

interface Case {
  readonly fault: string;
  /** The server before it is mended. */
  readonly server: Encryption | null;
  /** How SMTP_URL asks for TLS. */
  readonly asks: 'smtps' | 'requireTLS' | 'not at all';
  readonly trustsSigner: boolean;
  readonly line: 'no encryption' | 'certificate';
  readonly says: string;
}
const later = (own = trusted): Encryption => ({ begins: 'later', certificate: own });
const atOnce = (own = trusted): Encryption => ({ begins: 'at once', certificate: own });
const noTls = { line: 'no encryption', says: 'offers no encryption' } as const;
const badCertificate = { line: 'certificate', says: 'cannot be trusted' } as const;

const cases: readonly Case[] = [
  { fault: 'STARTTLS missing', server: null, asks: 'requireTLS', trustsSigner: true, ...noTls },
  { fault: 'TLS missing', server: null, asks: 'smtps', trustsSigner: true, ...noTls },
  { fault: 'expired certificate', server: later(signer.server(YESTERDAY)), asks: 'requireTLS', trustsSigner: true, ...badCertificate },
  { fault: 'expired certificate, smtps', server: atOnce(signer.server(YESTERDAY)), asks: 'smtps', trustsSigner: true, ...badCertificate },
  { fault: 'self-signed certificate', server: later(selfSigned()), asks: 'requireTLS', trustsSigner: true, ...badCertificate },
  { fault: 'certificate of an unknown signer', server: atOnce(), asks: 'smtps', trustsSigner: false, ...badCertificate },
  // Whoever did not ask for TLS gets it where it is offered, and then it counts.
  {
    fault: 'self-signed certificate, TLS not asked for',
    server: later(selfSigned()),
    asks: 'not at all',
    trustsSigner: true,
    ...badCertificate,
  },
];

/** SMTP_URL as somebody writes it who trusts this signer alone. */
function urlOf(smtp: RecordingSmtp, { asks, trustsSigner }: Pick<Case, 'asks' | 'trustsSigner'>): string {
  const url = new URL(asks === 'smtps' ? smtp.url.replace(/^smtp:/, 'smtps:') : smtp.url);
  if (asks === 'requireTLS') url.searchParams.set('requireTLS', 'true');
  if (trustsSigner) url.searchParams.set('tls.ca', signer.certificate);
  return url.href;
}

test.each(cases)('row 85: F14 $fault: nothing leaves, the doctor hears why, and once it is mended every mail leaves once', async (one) => {
  await stage.meet(`F14 ${one.fault}`, async () => {
    const broken = await RecordingSmtp.start(one.server);
    stage.atEnd(() => broken.stop());
    const mails = await mailsToSend(db, broken, { invitations: 1, reminders: 1 });
    const smtpUrl = urlOf(broken, one);
    const worker = await stage.worker(mails, { smtpUrl });
    await until('each has been tried twice', async () => {
      const tried = await db.source.query<unknown[]>(`select from post.mail where attempt >= 2`);
      return tried.length === 2;
    });
    await worker.close();
    expect(broken.messages).toEqual([]);
    const attempts = await db.source.query<{ outcome: string; reply: string }[]>('select outcome, reply from post.mail_attempt');
    for (const { outcome, reply } of attempts)
      expect({ outcome, reply }).toEqual({ outcome: 'later', reply: expect.stringContaining(one.says) });
    expect(await greetMailServer(smtpUrl)).toEqual({ line: one.line, said: expect.stringContaining(one.says) });
    const mended = await RecordingSmtp.start(one.asks === 'smtps' ? atOnce() : later());
    stage.atEnd(() => mended.stop());
    await stage.worker(mails, { smtpUrl: urlOf(mended, { ...one, trustsSigner: true }) });
    await settled(db);
    const tally = await checkMails(db, mended, mails);
    expect(tally).toEqual({ accepted: 2, copies: 0, unknown: 0 });
    return tally;
  });
});

test('F14 certificate renewed: a process that runs sends again as soon as its server shows one that is valid', async () => {
  await stage.meet('F14 certificate renewed under a running process', async () => {
    const smtp = await RecordingSmtp.start(later(signer.server(YESTERDAY)));
    stage.atEnd(() => smtp.stop());
    const mails = await mailsToSend(db, smtp, { invitations: 5, reminders: 5 });
    await stage.worker(mails, { smtpUrl: urlOf(smtp, { asks: 'requireTLS', trustsSigner: true }) });
    await until(
      'each has been tried',
      async () => (await db.source.query<unknown[]>('select from post.mail where attempt = 0')).length === 0,
    );
    expect(smtp.messages).toEqual([]);
    smtp.renew(trusted);
    await settled(db);
    const tally = await checkMails(db, smtp, mails);
    expect(tally).toEqual({ accepted: 10, copies: 0, unknown: 0 });
    return tally;
  });
});
