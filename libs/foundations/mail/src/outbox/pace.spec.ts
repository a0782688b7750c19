import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { MORNING, PostOffice } from '../post-office';
import { saysTooMany } from './pace';

// Twelve mails a minute to one domain: one every five seconds.

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const { mail: settings } = office.configuration;
const paced = { ...office.configuration, mail: { ...settings, perDomainMinute: 12, sweepSeconds: 30 } };
const worker = office.worker(paced);

beforeEach(async () => {
  smtp.messages.splice(0);
  await office.sql('delete from post.pace');
  await office.sql(`update post.mail set state = 'cancelled' where state = 'pending'`);
  await db.setClock(MORNING);
});
afterAll(async () => {
  await worker.deliveries.stop(0);
  worker.stop();
  await smtp.stop();
  await office.close();
  await db.drop();
});

const at = (seconds: number): Date => new Date(new Date(MORNING).getTime() + seconds * 1000);
const invited = async (domain: string): Promise<string> => {
  const round = await office.round(await office.person('Lea', `${crypto.randomUUID()}@hill.example`));
  return (await office.invitationMail(round, await office.person('Sam', `${crypto.randomUUID()}@${domain}`))).mail;
};
const several = async (count: number, domain: string): Promise<string[]> => {
  const ids: string[] = [];
  for (let number = 0; number < count; number++) ids.push(await invited(domain));
  return ids;
};
const arrivedFor = (domain: string): number => smtp.messages.filter(({ to }) => to.join().endsWith(`@${domain}`)).length;

test('from the first mail on, one leaves for a domain every five seconds, whoever sends and in whatever order', async () => {
  const mails = await several(6, 'one.example');
  const arrived: number[] = [];
  for (const second of [0, 4, 5, 9, 10, 24, 25, 60]) {
    await db.setClock(at(second));
    for (const mail of [...mails].reverse()) await worker.send.send(mail);
    arrived.push(arrivedFor('one.example'));
  }
  expect(arrived).toEqual([1, 1, 2, 2, 3, 5, 6, 6]);
});

test('several workers at once give each mail one place, and none the same', async () => {
  const mails = await several(8, 'two.example');
  const workers = Array.from({ length: 4 }, () => office.worker(paced));
  await Promise.all(workers.flatMap((one) => mails.map((mail) => one.send.send(mail))));
  workers.forEach((one) => one.stop());
  expect(arrivedFor('two.example')).toBe(1);
  const rows = await office.sql<{ at: Date }>(`select paced_for as at from post.mail where state = 'pending' order by 1`);
  expect(rows.map(({ at: turn }) => turn)).toEqual([5, 10, 15, 20, 25, 30, 35].map(at));
});

test('a slow domain keeps no other waiting, and neither do mails that somebody waits for', async () => {
  const crowd = await several(5, 'three.example');
  const other = await invited('four.example');
  const signIn = await office.write({ person: office.coach.id, kind: 'sign_in', about: crypto.randomUUID() });
  for (const mail of [...crowd, other, signIn]) await worker.send.send(mail);
  expect([arrivedFor('three.example'), arrivedFor('four.example'), arrivedFor('hill.example')]).toEqual([1, 1, 1]);
});

test('a worker waits for the turns that come before the next sweep, and each mail leaves once', async () => {
  const fast = office.worker({ ...paced, mail: { ...paced.mail, perDomainMinute: 600 } }); // one every tenth of a second
  await db.source.query(
    `create or replace function platform.clock() returns timestamptz language sql volatile as
      $$ select timestamptz '${MORNING}' + (clock_timestamp() - timestamptz '${new Date().toISOString()}') $$`,
  );
  const mails = await several(5, 'five.example');
  await fast.deliveries.deliver(await fast.sweep.run());
  await smtp.waitFor(() => arrivedFor('five.example') === 5);
  await fast.deliveries.stop(5_000);
  fast.stop();
  for (const mail of mails) expect(await office.mail(mail)).toMatchObject({ state: 'sent', attempt: 1 });
});

test('a domain that says “too many” is left alone for the first pause, and those who wait for it stand in line again', async () => {
  const mails = await several(3, 'six.example');
  smtp.answerWith({ at: 'RCPT', reply: { code: 450, text: '4.7.1 too many messages' } });
  for (const mail of mails) await worker.send.send(mail);
  expect(arrivedFor('six.example')).toBe(0);
  await db.setClock(at(60));
  for (const mail of mails) await worker.send.send(mail);
  expect(arrivedFor('six.example')).toBe(0);
  for (const second of [360, 365, 370, 375]) {
    await db.setClock(at(second));
    for (const mail of mails) await worker.send.send(mail);
  }
  expect(arrivedFor('six.example')).toBe(3);
});

test('what has its turn after the end of the day’s hours rests, and stands in line again in the morning', async () => {
  const evening = '2026-12-01T17:59:58Z';
  await db.setClock(evening);
  const mails = await several(3, 'seven.example');
  const sendAll = async (instant: string): Promise<number> => {
    await db.setClock(instant);
    for (const mail of mails) await worker.send.send(mail);
    return arrivedFor('seven.example');
  };
  expect(await sendAll(evening)).toBe(1);
  expect(await sendAll('2026-12-01T18:00:10Z')).toBe(1);
  expect(await sendAll('2026-12-02T08:00:00Z')).toBe(2);
  expect(await sendAll('2026-12-02T08:00:05Z')).toBe(3);
});

test.each([
  [421, '421 try later', true],
  [450, '450 4.7.1 rate limited', true],
  [451, '451 4.7.650 the IP has been temporarily rate limited', true],
  [450, '450 4.2.0 greylisted', false],
  [null, 'connection refused', false],
])('%s “%s” is about too many mails: %s', (code, reply, tooMany) => {
  expect(saysTooMany(code, reply)).toBe(tooMany);
});
