import { evictionPolicy, throwsAway } from '@facet/mail';
import type { DataSource } from 'typeorm';
import type { Finding } from './finding';

/** Where the mail queue is kept. Without it everything works, a little later. */
export const examineQueue = (redisUrl: string | undefined, source: DataSource): Promise<Finding> =>
  redisUrl === undefined ? onPostgres(source) : onRedis(redisUrl);

async function onPostgres(source: DataSource): Promise<Finding> {
  const [queue] = await source.query<{ there: boolean }[]>(`select to_regnamespace('queue') is not null as there`);
  return queue?.there
    ? { area: 'queue', state: 'good', says: 'The mail queue is kept in PostgreSQL.' }
    : { area: 'queue', state: 'bad', says: 'The mail queue has no tables in PostgreSQL yet.', advice: 'Start Facet once: it makes them.' };
}

async function onRedis(url: string): Promise<Finding> {
  try {
    const policy = await evictionPolicy(url);
    return throwsAway(policy)
      ? {
          area: 'queue',
          state: 'bad',
          says: `Redis throws keys away when it is full (${policy}), and Facet will not start with it.`,
          advice: 'Set maxmemory-policy noeviction.',
        }
      : { area: 'queue', state: 'good', says: `Redis answers (${policy}).` };
  } catch (error) {
    return {
      area: 'queue',
      state: 'bad',
      says: `Redis does not answer: ${error instanceof Error ? error.message : String(error)}`,
      advice: 'See that REDIS_URL is right and Redis runs. Mail still leaves meanwhile, found by the sweeper.',
    };
  }
}
