import type { TestDatabase } from '@facet/testing';
import pg from 'pg';
import { until } from './in-time';

/**
 * The database crashes: one of its processes is killed, it ends all connections at once as after `pg_ctl stop -m immediate`, and comes
 * back at the same address from what it had written down. Resolves when it answers again.
 */
export async function crash(db: TestDatabase): Promise<void> {
  const [victim, other] = [new pg.Client(db.superuserUrl), new pg.Client(db.superuserUrl)];
  const gone = new Promise<void>((ended) => other.once('end', ended)); // not before this has the database noticed
  for (const client of [victim, other]) {
    client.on('error', () => undefined); // that they end is what they are for
    await client.connect();
  }
  const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  await gone;
  await until('the database answers again', () => db.database.answers());
}

/** Everything that has been committed so far would survive a crash. */
export async function writtenDown(db: TestDatabase): Promise<void> {
  const client = new pg.Client(db.superuserUrl);
  await client.connect();
  await client.query('checkpoint');
  await client.end();
}
