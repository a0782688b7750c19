import { once } from 'node:events';
import { Redis } from 'ioredis';

const PATIENCE_MS = 2_000;

/**
 * What this Redis does when its memory is full: its maxmemory-policy, "noeviction" say. Read from INFO, since many hosts forbid
 * CONFIG. Rejects where Redis does not answer; nobody waits for it longer than a few seconds.
 */
export async function evictionPolicy(redisUrl: string): Promise<string> {
  const redis = new Redis(redisUrl, {
    ...{ lazyConnect: true, connectTimeout: PATIENCE_MS, commandTimeout: PATIENCE_MS, retryStrategy: () => null },
    ...{ enableReadyCheck: false, disableClientInfo: true }, // either would wait longer for a Redis that hangs
  });
  redis.on('error', () => undefined); // what went wrong is what connect() rejects with
  try {
    await redis.connect();
    return /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1] ?? 'not told';
  } finally {
    if (redis.status !== 'end') {
      redis.disconnect();
      await once(redis, 'end');
    }
  }
}

/** Whether jobs may vanish although nobody has taken them: a queue on such a Redis forgets without a word. */
export const throwsAway = (policy: string): boolean => policy.startsWith('allkeys-');
