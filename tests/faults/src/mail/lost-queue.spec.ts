import { Doorbell } from '@facet/mail';
import { type Configuration, createLogger } from '@facet/platform';
import { RecordingSmtp, redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkMails, type Tally } from './check-mails';
import { MailProcess } from './mail-process';
import { letGo, type MailsToSend, mailsToSend } from './mails-to-send';
import { settled } from './settled';
import { long, repetitions, tell } from './table';

// The queue is a doorbell: whatever happens to it, the mails leave, and whoever rings waits half a second at most.

const db = await testDatabase();
const redis = await TestRedis.reserve();
const testWithRedis = redisIsInstalled ? test : test.skip;
let smtp: RecordingSmtp;
const toClose: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  smtp = await RecordingSmtp.start();
});
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((close) => close()));
  await redis.kill();
  await smtp.stop();
});
afterAll(() => db.drop());

const HEALED_WITHIN_MS = 60_000;
// Half a second is what it allows itself, and without that it would wait for minutes; the rest is for a busy machine.
const HEARD_WITHIN_MS = 3_000;

interface Stage {
  readonly mails: MailsToSend;
  /** Lets these mails go and rings for them, as a process does that serves pages. */
  readonly ring: (ids: readonly string[]) => Promise<void>;
}

/** Two processes that send, a doorbell, and mails; the sweeper looks every two seconds, so that the doorbell is worth something. */
async function stage(change: Partial<Configuration>): Promise<Stage> {
  const mails = await mailsToSend(db, smtp, {
    ...(long ? { invitations: 150, reminders: 50 } : { invitations: 30, reminders: 10 }),
    held: true,
  });
  const doorbell = new Doorbell({ ...mails.configuration, ...change }, createLogger('silent'));
  await doorbell.onModuleInit();
  const environment = { FACET_MAIL_SWEEP_SECONDS: '2', ...(change.redisUrl === undefined ? {} : { REDIS_URL: change.redisUrl }) };
  const processes = await Promise.all([1, 2].map(() => MailProcess.start(mails, environment)));
  toClose.push(() => doorbell.onApplicationShutdown(), ...processes.map((one) => () => one.kill()));
  return {
    mails,
    ring: async (ids) => {
      await letGo(db, ids);
      const began = performance.now();
      await doorbell.ring(ids);
      expect(performance.now() - began).toBeLessThan(HEARD_WITHIN_MS);
    },
  };
}

const repeat = async (fault: string, change: Partial<Configuration>, course: (stage: Stage) => Promise<void>): Promise<void> => {
  const tallies: Tally[] = [];
  for (let time = 0; time < repetitions; time++) {
    smtp.messages.splice(0);
    const made = await stage(change);
    await course(made);
    expect(await settled(db)).toBeLessThan(HEALED_WITHIN_MS);
    tallies.push(await checkMails(db, smtp, made.mails));
    await Promise.all(toClose.splice(0).map((close) => close()));
  }
  tell(fault, tallies);
};
/** Rings one mail after the other; in the middle something happens. */
const inTheMiddle = async ({ mails: { ids }, ring }: Stage, happens: () => Promise<unknown>): Promise<void> => {
  const middle = Math.floor(ids.length / 2);
  for (const id of ids.slice(0, middle)) await ring([id]);
  await happens();
  for (const id of ids.slice(middle)) await ring([id]);
};

testWithRedis('F4: a Redis that is emptied in the middle loses no mail, and what it forgot leaves within a minute', async () => {
  await redis.start();
  await repeat('F4 Redis flushed', { redisUrl: redis.url }, (made) => inTheMiddle(made, () => redis.command('FLUSHALL')));
});

testWithRedis('F5: a Redis that is killed and comes back empty keeps nobody waiting, and every mail leaves once', async () => {
  await redis.start();
  await repeat('F5 Redis killed and back, empty', { redisUrl: redis.url }, (made) =>
    inTheMiddle(made, async () => {
      await redis.kill();
      await made.ring(made.mails.ids.slice(-3));
      await redis.start();
    }),
  );
});

test('F5: where Redis was never started every mail leaves by the sweeper, and whoever rings is not kept waiting', async () => {
  await repeat('F5 Redis never started', { redisUrl: redis.url }, ({ mails, ring }) => ring(mails.ids));
});

test('F4 on PostgreSQL: a queue that is emptied in the middle loses no mail', async () => {
  await repeat('F4 queue on PostgreSQL emptied', {}, (made) => inTheMiddle(made, () => db.source.query('delete from queue.job')));
});
