import { type Configuration, troubleOf } from '@facet/platform';
import { createPostgresBackend, type JobsOptions, Queue, runMigrations, Worker } from 'bullmq';
import pg from 'pg';
import { within } from '../within';

const NAME = 'mail';
/** A queue that is away would keep a stopping process waiting, and all it holds are hints. */
const CLOSE_WITHIN_MS = 1_000;
/** BullMQ's tables on PostgreSQL: a schema and migrations of their own. */
const SCHEMA = 'queue';

/** What a job carries: ids of mail rows, never an address, a name or a link. */
export interface Ring {
  readonly mailIds: readonly string[];
}

export interface RingQueue {
  add(name: string, ring: Ring, options: JobsOptions): Promise<unknown>;
  close(): Promise<void>;
}
export interface RingWorker {
  close(): Promise<void>;
}

type Where = Pick<Configuration, 'redisUrl' | 'databaseUrl'>;

/** A line that breaks while the tables are made is taken up so often; a start need not end with it. */
const MOST_TRIES = 10;

/** Makes BullMQ's tables where they are missing or old; any number of processes may do so at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await migrateOnce(databaseUrl);
      return;
    } catch (error) {
      if (tries === MOST_TRIES || troubleOf(error) !== 'away') throw error;
    }
}

async function migrateOnce(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  // A line that breaks also fails the statement on it, which says so; unheard, it would end the process besides.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

/** On Redis where REDIS_URL is set, in the product's own PostgreSQL otherwise. */
export function openQueue(where: Where, onError: (error: Error) => void): RingQueue {
  const queue = where.redisUrl
    ? // Nothing is kept for later while Redis is away: the row is there, and the sweeper finds it.
      new Queue(NAME, { connection: { url: where.redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 } })
    : new Queue(NAME, { connection: onPostgres(where) }, createPostgresBackend);
  queue.on('error', onError);
  return { add: (name, ring, options) => queue.add(name, ring, options), close: () => end(queue, onError) };
}

export function openWorker(where: Where, answer: (ring: Ring) => Promise<void>, onError: (error: Error) => void): RingWorker {
  const handle = (job: { data: Ring }): Promise<void> => answer(job.data);
  const worker = where.redisUrl
    ? new Worker(NAME, handle, { connection: { url: where.redisUrl, maxRetriesPerRequest: null }, concurrency: 1 })
    : new Worker(NAME, handle, { connection: onPostgres(where), concurrency: 1 }, createPostgresBackend);
  worker.on('error', onError);
  return { close: () => end(worker, onError) };
}

const end = (open: { close(): Promise<void> }, onError: (error: Error) => void): Promise<void> =>
  within(CLOSE_WITHIN_MS, open.close().catch(onError), undefined);

function onPostgres({ databaseUrl }: Where): { connectionString: string; schema: string; max: number } {
  if (databaseUrl === undefined) throw new Error('the application starts the embedded database first and names it');
  return { connectionString: databaseUrl, schema: SCHEMA, max: 3 };
}
