import { setTimeout } from 'node:timers/promises';
import { Doorbell } from '@facet/mail';
import { createLogger } from '@facet/platform';
import { RecordingSmtp, redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seeded } from '../seeded';
import { checkMails, type Tally } from './check-mails';
import { MailProcess } from './mail-process';
import { letGo, type MailsToSend, mailsToSend } from './mails-to-send';
import { settled, stillWaiting } from './settled';
import { long, repetitions, tell } from './table';

// Processes that send are killed, with a queue that has been rung for each mail: on Redis, and on PostgreSQL.

const db = await testDatabase();
const redis = await TestRedis.reserve();
let smtp: RecordingSmtp;
const running = new Set<MailProcess>();
beforeAll(async () => {
  if (redisIsInstalled) await redis.start();
});
beforeEach(async () => {
  smtp = await RecordingSmtp.start();
});
afterEach(async () => {
  await Promise.all([...running].map((process) => process.kill()));
  running.clear();
  await smtp.stop();
});
afterAll(async () => {
  await redis.kill();
  await db.drop();
});

const queues = [['PostgreSQL', undefined] as const, ...(redisIsInstalled ? [['Redis', redis.url] as const] : [])];

/** Mails, of which the queue knows, and which the sweeper finds later. */
interface Stage {
  readonly mails: MailsToSend;
  readonly start: () => Promise<MailProcess>;
  /** Rings for everything that still waits. */
  readonly ring: () => Promise<void>;
  readonly end: () => Promise<void>;
}
async function stage(redisUrl: string | undefined, counts: { invitations: number; reminders: number }): Promise<Stage> {
  const mails = await mailsToSend(db, smtp, { ...counts, held: true });
  const doorbell = new Doorbell({ ...mails.configuration, redisUrl }, createLogger('silent'));
  await doorbell.onModuleInit();
  await letGo(db, mails.ids);
  const environment = { FACET_MAIL_SWEEP_SECONDS: '1', ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) };
  return {
    mails,
    start: async () => {
      const process = await MailProcess.start(mails, environment);
      running.add(process);
      return process;
    },
    ring: async () => {
      await doorbell.ring((await stillWaiting(db)).map(({ id }) => id));
    },
    end: () => doorbell.onApplicationShutdown(),
  };
}
const repeat = async (fault: string, once: () => Promise<Tally>): Promise<void> => {
  const tallies: Tally[] = [];
  for (let time = 0; time < repetitions; time++) {
    smtp.messages.splice(0);
    tallies.push(await once());
  }
  tell(fault, tallies);
};

test.each(queues)(
  'F1 on %s: processes that are killed at random times lose no mail, and send none twice but what nobody could know about',
  async (queue, redisUrl) => {
    const random = seeded('mail processes killed at random times');
    await repeat(`F1 killed at random times, queue on ${queue}`, async () => {
      const counts = long ? { invitations: 150, reminders: 50 } : { invitations: 40, reminders: 20 };
      const { mails, start, ring, end } = await stage(redisUrl, counts);
      for (let kills = 0; kills < (long ? 5 : 2); kills++) {
        const workers = await Promise.all([start(), start()]);
        const before = smtp.messages.length;
        await ring();
        await Promise.race([smtp.waitFor(({ length }) => length > before), settled(db)]);
        await setTimeout(random() * 150);
        await Promise.all(workers.map((worker) => worker.kill()));
      }
      await start();
      await settled(db);
      await end();
      return checkMails(db, smtp, mails);
    });
  },
);

/**
 * Sends an invitation and a reminder. When the server has come to this point with all that still waits, the process that sends is
 * killed, and another one started, so many times in a row; then one more, which nobody kills.
 */
const killAt = async (point: 'RCPT' | 'DATA', times: number, redisUrl: string | undefined): Promise<Tally> => {
  const { mails, start, ring, end } = await stage(redisUrl, { invitations: 1, reminders: 1 });
  for (let time = 0; time < times; time++) {
    const killed = Promise.withResolvers<undefined>();
    const reached = (await stillWaiting(db)).map(() => {
      const here = Promise.withResolvers<undefined>();
      const reply = (): Promise<unknown> => {
        here.resolve(undefined);
        return killed.promise;
      };
      smtp.answerWith({ at: point, reply });
      return here.promise;
    });
    const worker = await start();
    await ring();
    await Promise.race([Promise.all(reached), settled(db)]);
    await worker.kill();
    killed.resolve(undefined);
  }
  await start();
  await settled(db);
  await end();
  return checkMails(db, smtp, mails);
};

// Every kill waits for a lease to end: the short mode meets these on one kind of queue.
describe.each(long ? queues : queues.slice(0, 1))('with a queue on %s', (queue, redisUrl) => {
  const kill = (fault: string, point: 'RCPT' | 'DATA', times: number, expected: Tally): Promise<void> =>
    repeat(`${fault}, queue on ${queue}`, async () => {
      const tally = await killAt(point, times, redisUrl);
      expect(tally).toEqual(expected);
      return tally;
    });

  test('F2: a process that is killed between the server’s 250 and our note sends an invitation once more, and a reminder never', () =>
    kill('F2 killed before the 250 was noted', 'DATA', 1, { accepted: 3, copies: 1, unknown: 1 }));

  test('F3: a mail whose process is killed three times before its body left is delivered once', () =>
    kill('F3 killed three times before the body', 'RCPT', 3, { accepted: 2, copies: 0, unknown: 0 }));

  test('F3: an invitation whose process is killed after the body every time leaves twice, and is then shown as unknown', () =>
    kill('F3 killed twice after the body', 'DATA', 2, { accepted: 3, copies: 1, unknown: 2 }));
});
