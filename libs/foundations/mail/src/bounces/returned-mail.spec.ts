import { createHmac, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnswerLinksModule } from '@facet/answer-links';
import { createLogger } from '@facet/platform';
import { RecordingSmtp, testApplication, testDatabase } from '@facet/testing';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MailModule } from '../mail.module';
import { MORNING, PostOffice } from '../post-office';
import { returnPath } from '../sending/return-path';
import { absence, bounce, complaint, plainBounce } from './report.examples';
import { SweepMaildir, type Swept } from './sweep-maildir';
import { TakeReturned } from './take-returned';
import { WatchMaildir } from './watch-maildir';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const DOMAIN = 'bounce.hill.example';
const doorSecret = Buffer.from('a secret between two machines of ours');
const data = await mkdtemp(join(tmpdir(), 'facet-data-'));
const configuration = {
  ...office.configuration,
  data,
  roles: ['http' as const],
  mail: { ...office.configuration.mail, returnDomain: DOMAIN, bounceWebhookSecret: doorSecret },
};
const worker = office.worker(configuration);
/** One of any number of processes that look into the mailbox. */
const sweeper = (): SweepMaildir => new SweepMaildir(new TakeReturned(configuration, db.database), createLogger('silent'));
const app = await testApplication(db, [AnswerLinksModule, MailModule], configuration);
let folder: string;
let round: string;
let person: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-maildir-'));
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(folder, name));
  await db.setClock(MORNING);
  const [leader, colleague] = await Promise.all(['Lea', 'Sam'].map((name) => office.person(name, `${randomUUID()}@hill.example`)));
  round = await office.round(leader);
  person = colleague ?? '';
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(async () => {
  await app.close();
  worker.stop();
  await smtp.stop();
  await office.close();
  await db.drop();
  await rm(data, { recursive: true });
});

/** An invitation that a mail server took, and the address to which it is returned: the one that this server was given. */
const sent = async (): Promise<{ mail: string; to: string }> => {
  const { mail } = await office.invitationMail(round, person);
  await worker.send.send(mail);
  expect(await office.mail(mail)).toMatchObject({ state: 'sent' });
  return { mail, to: smtp.messages.at(-1)?.from ?? '' };
};
const deliver = (bytes: Uint8Array, name = `1764579600.${randomUUID()}.mx`): Promise<void> => writeFile(join(folder, 'new', name), bytes);
const sweep = async (...mails: Uint8Array[]): Promise<Swept> => {
  for (const bytes of mails) await deliver(bytes);
  return sweeper().run(folder);
};
const silences = (): Promise<unknown> => office.sql('select reason from post.suppression where person = $1', [person]);
const returns = (mail: string): Promise<unknown> => office.sql('select kind, status, said from post.mail_return where mail = $1', [mail]);
const TAKEN = { taken: 1, ignored: 0, strange: 0 };
const STRANGE = { taken: 0, ignored: 0, strange: 1 };
const NONE = { taken: 0, ignored: 0, strange: 0 };

test('a mail that comes back for good is rejected as if its server had said so at once, and nobody is reminded there', async () => {
  const { mail, to } = await sent();
  expect(await sweep(bounce({ to }))).toEqual(TAKEN);
  expect(await office.mail(mail)).toMatchObject({ state: 'rejected', last_code: 550, last_text: '550 5.1.1 <…>: no such user here' });
  expect(await silences()).toEqual([{ reason: 'refused' }]);
  expect(await office.attempts(mail)).toMatchObject([{ outcome: 'sent' }]);
  expect([await readdir(join(folder, 'new')), (await readdir(join(folder, 'cur'))).length]).toEqual([[], 1]);
});

test('a mail of which nobody could tell whether it arrived is rejected as well, once it comes back', async () => {
  const { mail } = await office.invitationMail(round, person);
  await office.sql(`update post.mail set state = 'sending', attempt = 1 where id = $1`, [mail]);
  await office.sql(`update post.mail set state = 'unknown' where id = $1`, [mail]);
  expect(await sweep(bounce({ to: returnPath(configuration.secret, mail, DOMAIN) }))).toEqual(TAKEN);
  expect(await office.mail(mail)).toMatchObject({ state: 'rejected' });
});

test.each([
  ['is late', { action: 'delayed', status: '4.4.1' }],
  ['was given up for a reason that passes', { action: 'failed', status: '4.4.7' }],
])('that a mail %s is written down, and changes nothing', async (_, report) => {
  const { mail, to } = await sent();
  expect(await sweep(bounce({ to, ...report, diagnostic: 'smtp; 451 try later' }))).toEqual(TAKEN);
  expect(await returns(mail)).toEqual([{ kind: 'delayed', status: report.status, said: '451 try later' }]);
  expect(await office.mail(mail)).toMatchObject({ state: 'sent' });
  expect(await silences()).toEqual([]);
});

test('whoever complains is never reminded again, not even when an address that did not work does so again', async () => {
  const { mail, to } = await sent();
  expect(await sweep(bounce({ to }), complaint({ mailFrom: to }))).toEqual({ taken: 2, ignored: 0, strange: 0 });
  expect(await silences()).toEqual([{ reason: 'complained' }]);
  const again = await office.write({ person, kind: 'round_cancelled', about: round });
  await worker.send.send(again);
  expect(await office.mail(again)).toMatchObject({ state: 'sent' });
  expect(await silences()).toEqual([{ reason: 'complained' }]);
  expect(await office.mail(mail)).toMatchObject({ state: 'rejected' });
});

test('a complaint about a mail leaves that mail as it is', async () => {
  const { mail, to } = await sent();
  await sweep(complaint({ returnPath: to }));
  expect(await office.mail(mail)).toMatchObject({ state: 'sent' });
});

test('the same report twice, from several processes at once, has one effect', async () => {
  const { mail, to } = await sent();
  await deliver(bounce({ to }));
  await deliver(bounce({ to, headers: ['Received: from elsewhere'] }));
  const both = await Promise.all([sweeper().run(folder), sweeper().run(folder), sweeper().run(folder)]);
  expect(both.reduce((sum, { taken }) => sum + taken, 0)).toBe(2);
  expect(await returns(mail)).toHaveLength(1);
  const next = await office.write({ person, kind: 'round_cancelled', about: round });
  await worker.send.send(next);
  expect(await sweep(bounce({ to }))).toEqual(TAKEN);
  expect(await silences()).toEqual([]);
});

test('while a worker is still sending the mail, its report waits', async () => {
  const { mail } = await office.invitationMail(round, person);
  await office.sql(`update post.mail set state = 'sending', attempt = 1 where id = $1`, [mail]);
  const report = bounce({ to: returnPath(configuration.secret, mail, DOMAIN) });
  expect(await sweep(report)).toEqual(NONE);
  await office.sql(`update post.mail set state = 'sent' where id = $1`, [mail]);
  expect(await sweep()).toEqual(TAKEN);
  expect(await office.mail(mail)).toMatchObject({ state: 'rejected' });
});

test('absences are put away and change nothing', async () => {
  const { to } = await sent();
  const before = await db.dump();
  expect(await sweep(absence(to), bounce({ to, action: 'delivered', status: '2.0.0' }))).toEqual({ taken: 0, ignored: 2, strange: 0 });
  expect(await db.dump()).toBe(before);
});

test('what is forged, damaged, too large, looping or about no mail of ours is set aside with its reason and changes nothing', async () => {
  const { mail, to } = await sent();
  const waiting = (await office.invitationMail(round, await office.person('Tim', `${randomUUID()}@hill.example`))).mail;
  const before = await db.dump();
  const signed = (id: string): string => returnPath(configuration.secret, id, DOMAIN);
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['unsigned', bounce({ to: `b+${mail.replaceAll('-', '')}.${'0'.repeat(16)}@${DOMAIN}` })],
    ['unsigned', bounce({ to: returnPath(Buffer.from('another secret'), mail, DOMAIN) })],
    ['unsigned', bounce()],
    ['several-mails', bounce({ to: `${to}, ${signed(waiting)}` })],
    ['unknown-mail', bounce({ to: signed(randomUUID()) })],
    ['never-sent', bounce({ to: signed(waiting) })],
    ['no-report', plainBounce(to)],
    ['looping', bounce({ to, headers: Array.from({ length: 51 }, () => 'Received: from here') })],
    ['too-large', Buffer.concat([bounce({ to }), Buffer.alloc(300_000)])],
    ['unreadable', Buffer.from('\n--'.repeat(2_000))],
  ];
  for (const [why, bytes] of cases) {
    expect([why, await sweep(bytes)]).toEqual([why, STRANGE]);
    expect(await readdir(join(folder, 'set-aside'))).toContain(why);
  }
  expect(await db.dump()).toBe(before);
  expect(await readdir(join(folder, 'new'))).toEqual([]);
});

test('what is no file is never opened, and a mailbox that is not there ends nothing', async () => {
  await symlink('/dev/zero', join(folder, 'new', '1.link'));
  await mkdir(join(folder, 'new', '2.folder'));
  expect(await sweep()).toEqual({ taken: 0, ignored: 0, strange: 2 });
  expect(await readdir(join(folder, 'set-aside', 'unreadable'))).toEqual(['1.link', '2.folder']);
  expect(await sweeper().run(join(folder, 'nowhere'))).toEqual(NONE);
});

test('whatever bytes come, nothing is thrown and no row changes', async () => {
  const { to } = await sent();
  const before = await db.dump();
  const signedButWild = fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.concat([Buffer.from(`To: ${to}\r\n`), bytes]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 1_000 }), signedButWild), async (bytes) => {
      const { taken } = await sweep(bytes);
      expect(taken).toBe(0);
    }),
  );
  expect(await db.dump()).toBe(before);
});

test('a process that works looks by itself, and one that only serves pages never does', async () => {
  const { mail, to } = await sent();
  await deliver(bounce({ to }));
  const settings = { ...configuration.mail, bounceMaildir: folder, sweepSeconds: 0.05 };
  const only = new WatchMaildir({ ...configuration, roles: ['http'], mail: settings }, sweeper());
  only.onApplicationBootstrap();
  await only.beforeApplicationShutdown();
  expect(await office.mail(mail)).toMatchObject({ state: 'sent' });
  const works = new WatchMaildir({ ...configuration, roles: ['jobs'], mail: settings }, sweeper());
  works.onApplicationBootstrap();
  person = await office.person('Kim', `${randomUUID()}@hill.example`);
  const late = await sent();
  await deliver(bounce({ to: late.to }));
  const states = async (): Promise<unknown[]> => [(await office.mail(mail))['state'], (await office.mail(late.mail))['state']];
  for (let tries = 0; tries < 3_000 && (await states()).includes('sent'); tries += 1) await office.mail(mail);
  expect(await states()).toEqual(['rejected', 'rejected']);
  await works.beforeApplicationShutdown();
});

const MESSAGE = 'message/rfc822';
const FORM = 'application/vnd.facet.returned-mail+json';
const sign = (body: string | Uint8Array, secret = doorSecret): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const post = async (body: Buffer | string, type: string, signature = sign(body)): Promise<readonly [number, string]> => {
  const headers = { 'content-type': type, 'x-facet': '1', 'x-facet-signature': signature };
  const answer = await app.inject({ method: 'POST', url: '/api/returned-mail', payload: body, headers });
  return [answer.statusCode, answer.body];
};

test('a mail server may also post what came back, as it is or in a form, if it signs what it posts', async () => {
  const first = await sent();
  expect(await post(bounce({ to: first.to }), MESSAGE)).toEqual([200, '{"did":"taken"}']);
  expect(await post(bounce({ to: first.to }), MESSAGE)).toEqual([200, '{"did":"taken"}']);
  expect(await post(absence(first.to), MESSAGE)).toEqual([200, '{"did":"ignored"}']);
  expect(await office.mail(first.mail)).toMatchObject({ state: 'rejected' });
  person = await office.person('Jo', `${randomUUID()}@hill.example`);
  const second = await sent();
  const form = { to: second.to, kind: 'failed', status: '5.1.1', said: '550 <jo.private@home.example> unknown' };
  expect(await post(JSON.stringify(form), FORM)).toEqual([200, '{"did":"taken"}']);
  expect(await office.mail(second.mail)).toMatchObject({ state: 'rejected', last_code: 550, last_text: '550 <…> unknown' });
});

test('what is posted without the right signature, or cannot be used, is refused with a reason and changes nothing', async () => {
  const { to } = await sent();
  const before = await db.dump();
  const report = bounce({ to });
  for (const signature of ['', 'sha256=', sign(report, Buffer.from('another secret')), sign('other bytes')])
    expect((await post(report, MESSAGE, signature))[0]).toBe(403);
  expect((await post('{}', 'application/json'))[0]).toBe(403);
  expect(await post(bounce(), MESSAGE)).toEqual([422, expect.stringContaining('unsigned')]);
  for (const body of ['{', '{}', 'null', JSON.stringify({ to, kind: 'lost' }), JSON.stringify({ to, kind: 'failed', said: 7 })])
    expect([body, (await post(body, FORM))[0]]).toEqual([body, 422]);
  expect((await post(Buffer.alloc(1_100_000), MESSAGE))[0]).toBe(413);
  expect(await db.dump()).toBe(before);
});

test('what was posted and cannot be used is set aside once for a person to look at, readable by nobody else', async () => {
  const aside = join(data, 'returned-mail', 'set-aside', 'no-report');
  const strange = plainBounce((await sent()).to);
  for (let time = 0; time < 2; time += 1) expect(await post(strange, MESSAGE)).toEqual([422, expect.stringContaining('It was set aside')]);
  const [name = '', ...more] = await readdir(aside);
  expect([more, await readFile(join(aside, name))]).toEqual([[], strange]);
  expect([(await stat(aside)).mode & 0o777, (await stat(join(aside, name))).mode & 0o777]).toEqual([0o700, 0o600]);
  await rm(aside, { recursive: true });
  await writeFile(aside, 'no folder can be made here');
  expect(await post(strange, MESSAGE)).toEqual([422, expect.stringContaining('Keep it')]);
});
