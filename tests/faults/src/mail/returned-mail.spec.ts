import { createHmac, randomUUID } from 'node:crypto';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { RETURNED_MAIL, RETURNED_MAIL_TYPES } from '@facet/platform';
import { type RecordingSmtp, testApplication } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { checkMails, type Tally } from './check-mails';
import { FaultStage } from './fault-stage';
import { mailsToSend } from './mails-to-send';
import { settled } from './settled';

// Reports of undeliverable mail that are late, damaged or made up. Which mail one is about, the mark in its address alone decides.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());

const DOMAIN = 'bounce.facet.test';
const bounceWebhookSecret = Buffer.from('a secret between two machines of ours');

interface Returns {
  /** The address to which each mail that was taken is returned, the oldest first. */
  readonly addresses: readonly string[];
  /** The status with which it is answered. */
  readonly post: (report: string) => Promise<number>;
  readonly check: (ends?: readonly string[]) => Promise<Tally>;
}

/** An invitation and a reminder that were taken, by a server that may have put them off before, and the door for what comes back. */
async function taken(smtp: RecordingSmtp, putOff: number): Promise<Returns> {
  const mails = await mailsToSend(db, smtp, { invitations: 1, reminders: 1 });
  const own = { returnDomain: DOMAIN, bounceWebhookSecret };
  for (let time = 0; time < 2 * putOff; time++) smtp.answerWith({ at: 'RCPT', reply: { code: 450, text: 'not now' } });
  await stage.worker(mails, { mail: own });
  await settled(db);
  const configuration = { ...mails.configuration, redisUrl: 'redis://127.0.0.1:1', mail: { ...mails.configuration.mail, ...own } };
  const app = await testApplication(db, [AnswerLinksModule, MailModule], configuration);
  stage.atEnd(() => app.close());
  return {
    addresses: smtp.messages.map(({ from }) => from),
    post: async (payload) => {
      const signature = `sha256=${createHmac('sha256', bounceWebhookSecret).update(payload).digest('hex')}`;
      const headers = { 'content-type': RETURNED_MAIL_TYPES.message, 'x-facet': '1', 'x-facet-signature': signature };
      return (await app.inject({ method: 'POST', url: RETURNED_MAIL, payload, headers })).statusCode;
    },
    check: (ends) => checkMails(db, smtp, mails, ends),
  };
}
const bounce = (to: string, action = 'failed', status = '5.1.1'): string =>
  [
    'From: MAILER-DAEMON@mx.school.test',
    `To: ${to}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"',
    ...['', '--edge', 'Content-Type: text/plain', '', 'It could not be delivered.'],
    ...['--edge', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.school.test'],
    ...['', 'Final-Recipient: rfc822; sam@school.test', `Action: ${action}`, `Status: ${status}`, '', '--edge--', ''],
  ].join('\r\n');

/** Everything that a report could change. */
const standing = (): Promise<unknown> =>
  db.source.query(
    `select (select json_agg(m order by id) from post.mail m) as mails, (select json_agg(s) from post.suppression s) as silenced,
      (select json_agg(r) from post.mail_return r) as returned, (select json_agg(a order by mail, n) from post.mail_attempt a) as attempts`,
  );

test('F24: a report that comes late, about a mail that left at its third attempt, counts, once', async () => {
  await stage.meet('F24 report about an old attempt', async (smtp) => {
    const { addresses, post, check } = await taken(smtp, 2);
    for (const to of addresses) expect(await post(bounce(to))).toBe(200);
    const after = await standing();
    for (const to of addresses) expect(await post(bounce(to))).toBe(200);
    expect(await standing()).toEqual(after);
    expect(await db.source.query('select reason from post.suppression')).toEqual([{ reason: 'refused' }, { reason: 'refused' }]);
    expect(await db.source.query('select count(*)::int as attempts from post.mail_attempt')).toEqual([{ attempts: 6 }]);
    const arrived = smtp.messages.splice(0); // the checker is told that they came back: what is rejected has not arrived
    return { ...(await check(['rejected'])), accepted: arrived.length };
  });
});

const made: readonly [string, (to: string) => string][] = [
  ['has no mark', () => bounce(`b+nothing@${DOMAIN}`)],
  ['has a mark that is wrong', (to) => bounce(to.replace(/[\da-f](?=@)/, (digit) => (digit === '0' ? '1' : '0')))],
  [
    'has the mark of one mail and the id of another',
    (to) => bounce(to.replace(/^b\+[\da-f]{32}/, `b+${randomUUID().replaceAll('-', '')}`)),
  ],
  ['names the recipient and not the mail', () => bounce('sam@school.test')],
  ['is cut off in the middle', (to) => bounce(to).slice(0, 150)],
  ['has no block about a recipient', (to) => bounce(to).replace(/Final-Recipient.*Status: 5.1.1/s, '')],
  ['is no report at all', (to) => `From: MAILER-DAEMON@mx.school.test\r\nTo: ${to}\r\nSubject: failure notice\r\n\r\nHi.\r\n`],
  ['goes round in circles', (to) => 'Received: by mx.school.test\r\n'.repeat(60) + bounce(to)],
  ['says of itself that it is three kilobytes of noise', () => '\u0000\u0007multipart/report'.repeat(200)],
];

test('F24: a report that is damaged or made up silences nobody, changes nothing, and is kept', async () => {
  await stage.meet('F24 malformed and forged reports', async (smtp) => {
    const { addresses, post, check } = await taken(smtp, 0);
    const before = await standing();
    for (const to of addresses) for (const [what, report] of made) expect([what, await post(report(to))]).toEqual([what, 422]);
    expect(await standing()).toEqual(before);
    return check();
  });
});

test('F24: a delay that is reported changes nothing but what is written down about it', async () => {
  await stage.meet('F24 reported delay', async (smtp) => {
    const { addresses, post, check } = await taken(smtp, 0);
    for (const to of addresses) expect(await post(bounce(to, 'delayed', '4.4.1'))).toBe(200);
    expect(await db.source.query('select kind from post.mail_return')).toEqual([{ kind: 'delayed' }, { kind: 'delayed' }]);
    expect(await db.source.query('select from post.suppression')).toEqual([]);
    return check();
  });
});
