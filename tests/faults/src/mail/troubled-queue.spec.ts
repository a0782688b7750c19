import { Doorbell, migrateQueue, PlanReminders } from '@facet/mail';
import { redisIsInstalled, type RecordingSmtp, TestRedis } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createPostgresBackend, Queue } from 'bullmq';
import { checkMails, type Tally } from './check-mails';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { letGo, type MailsToSend, mailsToSend } from './mails-to-send';
import { settled } from './settled';
import { Wire } from './wire';

// A queue that is full, throws away, hangs, is taken away, or holds jobs of another version; and many who plan and send at once.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());
const testWithRedis = redisIsInstalled ? test : test.skip;

// Half a second is what it allows itself, and without that it would wait for minutes; the rest is for a busy machine.
const HEARD_WITHIN_MS = 3_000;
const HEALED_WITHIN_MS = 60_000;

const held = (smtp: RecordingSmtp): Promise<MailsToSend> => mailsToSend(db, smtp, { invitations: 20, reminders: 10, held: true });
/** Whoever rings is not kept waiting; whether the queue took it. */
async function ring(worker: INestApplicationContext, ids: readonly string[]): Promise<boolean> {
  await letGo(db, ids);
  const began = performance.now();
  const heard = await worker.get(Doorbell).ring(ids);
  expect(performance.now() - began).toBeLessThan(HEARD_WITHIN_MS);
  return heard;
}
async function allLeft(smtp: RecordingSmtp, mails: Pick<MailsToSend, 'ids'>): Promise<Tally> {
  expect(await settled(db)).toBeLessThan(HEALED_WITHIN_MS);
  const tally = await checkMails(db, smtp, mails);
  expect(tally).toEqual({ accepted: mails.ids.length, copies: 0, unknown: 0 });
  return tally;
}
async function ownRedis(): Promise<TestRedis> {
  const redis = await TestRedis.reserve();
  await redis.start();
  stage.atEnd(() => redis.kill());
  return redis;
}

testWithRedis('F6: a Redis without memory keeps nobody waiting and loses no mail, and is used again when it has some', async () => {
  await stage.meet('F6 Redis out of memory', async (smtp) => {
    const [mails, redis] = [await held(smtp), await ownRedis()];
    const worker = await stage.worker(mails, { redisUrl: redis.url });
    await redis.command('CONFIG SET maxmemory 1');
    expect(await ring(worker, mails.ids.slice(0, 15))).toBe(false);
    await smtp.waitFor(({ length }) => length === 15);
    expect(await worker.get(Doorbell).isHeard()).toBe(false); // what /readyz raises the alarm by
    await redis.command('CONFIG SET maxmemory 0');
    await until('the queue is heard again', () => worker.get(Doorbell).isHeard());
    expect(await ring(worker, mails.ids.slice(15))).toBe(true);
    return allLeft(smtp, mails);
  });
});

testWithRedis(
  'F7: Facet does not start on a Redis that throws away what it should keep; one that begins to later loses no mail',
  async () => {
    await stage.meet('F7 Redis evicts (allkeys-lru)', async (smtp) => {
      const [mails, redis] = [await held(smtp), await ownRedis()];
      await redis.command('CONFIG SET maxmemory-policy allkeys-lru');
      await expect(stage.worker(mails, { redisUrl: redis.url })).rejects.toThrow('noeviction');
      await redis.command('CONFIG SET maxmemory-policy noeviction');
      const worker = await stage.worker(mails, { redisUrl: redis.url });
      await redis.command('CONFIG SET maxmemory-policy allkeys-lru');
      for (const id of mails.ids) {
        await redis.command('CONFIG SET maxmemory 1');
        await ring(worker, [id]);
        await redis.command('CONFIG SET maxmemory 0');
      }
      return allLeft(smtp, mails);
    });
  },
);

testWithRedis('F5: while Redis is away for ten minutes mails leave when they are due, and it is used again afterwards', async () => {
  await stage.meet('F5 Redis away for ten minutes', async (smtp) => {
    const [mails, redis] = [await held(smtp), await ownRedis()];
    const worker = await stage.worker(mails, { redisUrl: redis.url });
    const began = Date.now();
    const minute = (passed: number): Promise<void> => db.setClock(new Date(began + passed * 60_000));
    const haveLeft = (count: number): Promise<void> =>
      until(
        `${count} mails have left`,
        async () => (await db.source.query<unknown[]>(`select from post.mail where state = 'sent'`)).length === count,
      );
    await minute(0);
    await redis.kill();
    expect(await ring(worker, mails.ids.slice(0, 10))).toBe(false);
    await db.source.query('update post.mail set not_before = $1 where id = any($2)', [
      new Date(began + 7 * 60_000),
      mails.ids.slice(10, 20),
    ]);
    await haveLeft(10);
    for (let passed = 1; passed <= 10; passed++) {
      await minute(passed);
      expect(await worker.get(Doorbell).isHeard()).toBe(false);
      await haveLeft(passed < 7 ? 10 : 20);
    }
    await redis.start();
    await until('the queue is heard again', () => worker.get(Doorbell).isHeard());
    expect(await ring(worker, mails.ids.slice(20))).toBe(true);
    return allLeft(smtp, mails);
  });
});

testWithRedis('F5: a Redis that takes connections and never answers keeps nobody waiting and loses no mail', async () => {
  await stage.meet('F5 Redis hangs', async (smtp) => {
    const [mails, redis] = [await held(smtp), await ownRedis()];
    const wire = await Wire.to(redis.url);
    stage.atEnd(() => wire.close());
    wire.breakAt({ speaker: 'server', says: /^/, then: 'silence' }, 1_000);
    const worker = await stage.worker(mails, { redisUrl: wire.url });
    expect(await ring(worker, mails.ids)).toBe(false);
    return allLeft(smtp, mails);
  });
});

test('F5 on PostgreSQL: a queue that is away and comes back empty keeps nobody waiting and loses no mail', async () => {
  await stage.meet('F5 queue on PostgreSQL away and back, empty', async (smtp) => {
    const mails = await held(smtp);
    const worker = await stage.worker(mails, { redisUrl: undefined });
    await ring(worker, mails.ids.slice(0, 10));
    await db.source.query('alter schema queue rename to queue_away');
    stage.atEnd(() => db.source.query('drop schema queue_away cascade'));
    expect(await ring(worker, mails.ids.slice(10, 20))).toBe(false);
    await migrateQueue(db.url);
    await ring(worker, mails.ids.slice(20));
    return allLeft(smtp, mails);
  });
});

test('F16: two who plan reminders and five who send at once write each reminder once and send it once', async () => {
  await stage.meet('F16 two planners and five workers', async (smtp) => {
    const invited = await mailsToSend(db, smtp, { invitations: 15, reminders: 0 });
    await stage.worker(invited);
    await settled(db);
    await db.setClock(new Date(Date.now() + 9 * 86_400_000));
    const workers = await Promise.all([1, 2, 3, 4, 5].map(() => stage.worker(invited)));
    await Promise.all(workers.slice(0, 2).flatMap((worker) => [worker.get(PlanReminders).run(), worker.get(PlanReminders).run()]));
    const all = await db.source.query<{ id: string; attempt: number }[]>('select id from post.mail');
    expect(all).toHaveLength(30);
    const tally = await allLeft(smtp, { ids: all.map(({ id }) => id) });
    expect(await db.source.query('select from post.mail where attempt <> 1')).toEqual([]);
    return tally;
  });
});

test.each(redisIsInstalled ? ['Redis', 'PostgreSQL'] : ['PostgreSQL'])(
  'F17: jobs of an older and of a newer version of Facet, on %s, are understood or left alone, and every mail leaves',
  async (backend) => {
    await stage.meet(`F17 jobs of other versions on ${backend}`, async (smtp) => {
      const mails = await held(smtp);
      const redis = backend === 'Redis' ? await ownRedis() : null;
      const worker = await stage.worker(mails, { redisUrl: redis?.url, mail: { sweepSeconds: 1 } });
      const queue = redis
        ? new Queue('mail', { connection: { url: redis.url } })
        : new Queue('mail', { connection: { connectionString: db.url, schema: 'queue', max: 1 } }, createPostgresBackend);
      stage.atEnd(() => queue.close());
      await letGo(db, mails.ids);
      await queue.add('mail', { mailIds: mails.ids.slice(0, 10), since: 'an older version' });
      await queue.add('ring', { rows: mails.ids.slice(10, 20), meant: 'a newer version' });
      await queue.add('ring', { mailIds: ['00000000-0000-4000-8000-000000000000', 'no id at all'] });
      await ring(worker, mails.ids.slice(20));
      return allLeft(smtp, mails);
    });
  },
);
