import { randomUUID } from 'node:crypto';
import { createLogger, readConfiguration } from '@facet/platform';
import { redisIsInstalled, TestRedis } from '@facet/testing';
import { afterEach, expect, test } from '@jest/globals';
import { Queue } from 'bullmq';
import { Doorbell } from './doorbell';

// A Redis that forgets is refused at start; one that is away, full or asleep keeps nobody waiting.

const redis = await TestRedis.reserve();
const testWithRedis = redisIsInstalled ? test : test.skip;
const read = readConfiguration({});
if (!read.ok) throw new Error(read.faults.join('\n'));
const { configuration } = read;
const opened: Doorbell[] = [];
afterEach(async () => {
  redis.wake();
  await Promise.all(opened.splice(0).map((doorbell) => doorbell.onApplicationShutdown()));
  await redis.kill();
});

// Half a second is what it allows itself, and without that it would wait for minutes; the rest is for a busy machine.
const HEARD_WITHIN_MS = 3_000;
const begin = async (redisUrl = redis.url): Promise<Doorbell> => {
  const doorbell = new Doorbell({ ...configuration, redisUrl }, createLogger('silent'));
  opened.push(doorbell);
  await doorbell.onModuleInit();
  return doorbell;
};
/** Whether the queue took it, and how long whoever rang had to wait. */
const ring = async (doorbell: Doorbell): Promise<boolean> => {
  const began = performance.now();
  const heard = await doorbell.ring([randomUUID()]);
  expect(performance.now() - began).toBeLessThan(HEARD_WITHIN_MS);
  return heard;
};
const heardAgain = async (doorbell: Doorbell): Promise<void> => {
  for (const began = performance.now(); performance.now() - began < 10_000;) if (await ring(doorbell)) return;
  throw new Error('the queue is not used again');
};
const jobs = async (): Promise<number> => {
  const queue = new Queue('mail', { connection: { url: redis.url } });
  const count = await queue.getWaitingCount();
  await queue.close();
  return count;
};

testWithRedis.each(['allkeys-lru', 'allkeys-lfu', 'allkeys-random'])(
  'F7: a start with a Redis that is set to %s is refused',
  async (policy) => {
    await redis.start(policy);
    await redis.command('CONFIG SET requirepass GEHEIM');
    const refusal = await begin(redis.url.replace('//', '//:GEHEIM@')).catch(String);
    expect(refusal).toContain(`throws away what it holds when its memory is full (maxmemory-policy ${policy})`);
    expect(refusal).toContain('Set "maxmemory-policy noeviction"');
    expect(refusal).not.toContain('GEHEIM');
  },
);

testWithRedis.each(['noeviction', 'volatile-ttl'])(
  'a start with a Redis that is set to %s, and so keeps its jobs, goes on',
  async (policy) => {
    await redis.start(policy);
    expect(await ring(await begin())).toBe(true);
  },
);

testWithRedis('a Redis that is full keeps nobody waiting, keeps what it has, and is used again when there is room', async () => {
  await redis.start();
  const doorbell = await begin();
  expect(await ring(doorbell)).toBe(true);
  await redis.command('CONFIG SET maxmemory 1');
  for (let time = 0; time < 5; time++) expect(await ring(doorbell)).toBe(false);
  expect(await doorbell.isHeard()).toBe(false);
  await redis.command('CONFIG SET maxmemory 0');
  await heardAgain(doorbell);
  expect(await doorbell.isHeard()).toBe(true);
  expect(await jobs()).toBe(2);
});

testWithRedis('a Redis that falls asleep keeps nobody waiting, and is used again when it wakes', async () => {
  await redis.start();
  const doorbell = await begin();
  expect(await ring(doorbell)).toBe(true);
  redis.hang();
  for (let time = 0; time < 3; time++) expect(await ring(doorbell)).toBe(false);
  redis.wake();
  await heardAgain(doorbell);
});

testWithRedis('a start while Redis sleeps goes on after a few seconds', async () => {
  await redis.start();
  redis.hang();
  const began = performance.now();
  const doorbell = await begin();
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await ring(doorbell)).toBe(false);
});

testWithRedis('a process stops in peace where Redis has gone before it', async () => {
  await redis.start();
  const doorbell = await begin();
  expect(await ring(doorbell)).toBe(true);
  await redis.kill();
  expect(await ring(doorbell)).toBe(false);
  await expect(doorbell.onApplicationShutdown()).resolves.toBeUndefined();
});
