import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Cluster } from './cluster';
import { type Account, chooseAccount } from './postgres-account';

export interface EmbeddedPostgres {
  /** Connects as the owner of the database `facet`, who is no superuser. */
  readonly url: string;
  /** The same server's superuser, on its maintenance database: for tests, which make databases of their own. */
  readonly superuserUrl: string;
  /** Said to the person who starts it where the files are not where they asked for. */
  readonly notice: string | null;
  stop(): Promise<void>;
}

interface Options {
  /** No fsync: for tests, whose data may vanish with the machine. */
  readonly fast?: boolean;
  /** For whoever will stop the server: refuses while somebody else who said so has it, and lets them go on. */
  readonly alone?: boolean;
  readonly account?: Account;
}

/**
 * The PostgreSQL 18 that npm installed, in `folder`, on a free port of the loopback interface, with a password of its own.
 * It outlives a killed server and is then taken up again; `stop` ends it.
 */
export async function startEmbeddedPostgres(folder: string, options: Options = {}): Promise<EmbeddedPostgres> {
  const account = options.account ?? (await chooseAccount(folder));
  const cluster = new Cluster(account);
  const fast = options.fast ?? false;
  if (!cluster.exists()) await cluster.make(fast);
  const superuser = await reach(cluster, fast);
  try {
    await createOwner(superuser, await cluster.password());
    if (options.alone === true) await takeFor(superuser, folder);
  } catch (error) {
    await superuser.end();
    throw error;
  }
  if (options.alone !== true) await superuser.end();
  return {
    url: await cluster.address('facet', 'facet'),
    superuserUrl: await cluster.address('postgres', 'postgres'),
    notice: account.notice,
    stop: async () => {
      if (options.alone === true) await superuser.end();
      await cluster.stop();
    },
  };
}

/** Where a server started in `folder` by another process can be reached; null where none runs. */
export async function findEmbeddedPostgres(folder: string): Promise<string | null> {
  const cluster = new Cluster(await chooseAccount(folder));
  return (await cluster.isRunning()) ? cluster.address('facet', 'facet') : null;
}

const TRIES = 300;

/** Starts the server unless it runs, and waits for one that another process is starting, that recovers, or that was just killed. */
async function reach(cluster: Cluster, fast: boolean): Promise<pg.Client> {
  for (let tries = 1; ; tries++) {
    if (!(await cluster.isRunning())) await cluster.start(fast);
    const client = new pg.Client(await cluster.address('postgres', 'postgres'));
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries === TRIES || !isNotReady(error)) throw error;
      await setTimeout(100);
    }
  }
}

/** 57P03, cannot_connect_now, is PostgreSQL's word for "starting". */
const isNotReady = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && ['57P03', 'ECONNREFUSED'].includes(String(error.code));

async function createOwner(superuser: pg.Client, password: string): Promise<void> {
  await superuser.query('select pg_advisory_lock(1)'); // two processes that start at once must not both create
  const { rowCount } = await superuser.query(`select from pg_roles where rolname = 'facet'`);
  if (!rowCount) await superuser.query(`create role facet login createrole password ${pg.escapeLiteral(password)}`);
  const { rowCount: exists } = await superuser.query(`select from pg_database where datname = 'facet'`);
  if (!exists) await superuser.query('create database facet owner facet');
  await superuser.query('select pg_advisory_unlock(1)');
}

/** Held by the connection, and so for as long as this process lives: one that was killed stands in nobody's way. */
async function takeFor(superuser: pg.Client, folder: string): Promise<void> {
  superuser.on('error', () => undefined); // it ends with its server; what is asked of the database says so
  const { rows } = await superuser.query<{ taken: boolean }>('select pg_try_advisory_lock(2) as taken');
  if (rows[0]?.taken === true) return;
  throw new Error(
    `Facet already runs in ${resolve(folder)}, and goes on. Stop it first, or set FACET_DATA to another folder for a second one.`,
  );
}
