import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { examineQueue } from './examine-queue';

const db = await testDatabase();
const redis = await TestRedis.reserve();
const onRedis = redisIsInstalled ? test : test.skip;
beforeAll(async () => {
  if (redisIsInstalled) await redis.start();
});
afterAll(async () => {
  await redis.kill();
  await db.drop();
});

test('without Redis the queue’s tables are looked for', async () => {
  expect((await examineQueue(undefined, db.source)).state).toBe('bad');
});

onRedis('a Redis that keeps what it is given is good, and one that throws keys away is bad', async () => {
  expect(await examineQueue(redis.url, db.source)).toMatchObject({ state: 'good', says: 'Redis answers (noeviction).' });
  await redis.command('CONFIG SET maxmemory-policy allkeys-lru');
  expect(await examineQueue(redis.url, db.source)).toMatchObject({ state: 'bad', says: expect.stringContaining('allkeys-lru') });
});

onRedis('a Redis that does not answer is bad, and nobody waits for it', async () => {
  await redis.kill();
  expect(await examineQueue(redis.url, db.source)).toMatchObject({ state: 'bad', says: expect.stringContaining('does not answer') });
});
