import { dataSource } from '@facet/platform';
import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { PeopleAtWork } from './pressed-launch';
import { Wire } from './wire';

// A database that is busy, away or cannot write: whoever is before a page hears so, keeps what they typed, and loses nothing.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());

const POOL_SIZE = 20;
const WAIT_SECONDS = 0.5;
const WORDS = 'She asks before she decides.';

async function connected(url: string): Promise<DataSource> {
  const source = await dataSource(url, POOL_SIZE, WAIT_SECONDS).initialize();
  stage.atEnd(() => source.destroy());
  return source;
}
/** As whoever may do anything; for a moment. */
async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client(db.superuserUrl);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

interface Trouble {
  readonly title: string;
  readonly retryAfter: string;
  /** Brings it about, and returns what ends it. */
  readonly begin: (source: DataSource, wire: Wire) => Promise<() => Promise<void>>;
}
const busy = { title: 'Facet is very busy just now.', retryAfter: '3' };
const away = { title: 'Facet cannot reach its database just now.', retryAfter: '5' };
const full = { title: 'Facet cannot save anything just now.', retryAfter: '60' };
/** A setting that only new connections see, so that all there are must end first. */
const renewed = (statement: string): Promise<void> =>
  asSuperuser(statement, `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'facet'`);

function mended(wire: Wire): Promise<void> {
  wire.mend();
  return Promise.resolve();
}
const hasCode = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;

/** On a busy machine twenty new connections at once may take longer than anybody is made to wait. */
async function waitFor(source: DataSource, lock: number): Promise<void> {
  for (;;) {
    try {
      await source.transaction((tx) => tx.query('select pg_advisory_xact_lock_shared($1)', [lock]));
      return;
    } catch (error) {
      if (!/timeout exceeded when trying to connect/.test(String(error))) throw error;
    }
  }
}

/** As many transactions as there are connections wait for a lock that somebody keeps. */
async function slowTransactions(source: DataSource): Promise<() => Promise<void>> {
  const keeper = new pg.Client(db.url);
  await keeper.connect();
  await keeper.query('select pg_advisory_lock(10)');
  const waiting = Array.from({ length: POOL_SIZE }, () => waitFor(source, 10));
  await until('every connection is taken', async () => {
    const { rows } = await keeper.query(`select from pg_locks where locktype = 'advisory' and not granted`);
    return rows.length === POOL_SIZE;
  });
  return async () => {
    await keeper.end();
    await Promise.all(waiting);
  };
}

const troubles: readonly [string, Trouble][] = [
  ['F10 all connections taken by 20 slow transactions', { ...busy, begin: slowTransactions }],
  [
    'F10 too many connections (53300)',
    {
      ...busy,
      begin: async (source) => {
        await renewed('alter role facet connection limit 0');
        await until('no connection is left', () => source.query('select').then(() => false, hasCode('53300')));
        return () => asSuperuser('alter role facet connection limit -1');
      },
    },
  ],
  [
    'F10 database not reachable',
    {
      ...away,
      begin: (_, wire) => {
        wire.breakAt({ speaker: 'client', says: /^/, then: 'cut before' }, 10_000);
        return Promise.resolve(() => mended(wire));
      },
    },
  ],
  [
    'F10 database reachable and silent',
    {
      ...away,
      begin: async (source, wire) => {
        await renewed('select');
        const { master } = source.driver as unknown as { master: { totalCount: number } };
        await until('no connection is left', () => Promise.resolve(master.totalCount === 0));
        wire.breakAt({ speaker: 'server', says: /^/, then: 'silence' }, 10_000);
        return () => mended(wire);
      },
    },
  ],
  [
    'F10 database read-only (25006)',
    {
      ...full,
      begin: async (source) => {
        await renewed('alter role facet set default_transaction_read_only = on');
        await until('nothing can be written', () => source.query('create table t ()').then(() => false, hasCode('25006')));
        return () => renewed('alter role facet reset default_transaction_read_only');
      },
    },
  ],
];

test.each(troubles)(
  '%s: leader and colleague hear when to try again, lose nothing, and the same press then counts once',
  async (name, trouble) => {
    await stage.meet(name, async () => {
      const wire = await Wire.to(db.url);
      stage.atEnd(() => wire.close());
      const source = await connected(wire.url);
      const people = await PeopleAtWork.open(db, source);
      stage.atEnd(() => people.app.close());
      const [leader, colleague] = [await people.leader(), await people.colleague()];
      const end = await trouble.begin(source, wire);
      const [launch, saved] = await Promise.all([leader.press(), colleague.save(1, WORDS)]);
      await end();
      expect(launch).toMatchObject({ status: 503, body: { code: 'not_now', title: trouble.title } });
      expect(saved).toMatchObject({ status: 503, retryAfter: trouble.retryAfter, body: { code: 'not_now', title: trouble.title } });
      expect(JSON.stringify(saved.body)).toContain('what you typed is still in front of you');
      await leader.isNotThere();
      await leader.pressUntilLaunched();
      await until('the answer is saved', async () => (await colleague.save(1, WORDS)).status === 200);
      expect((await colleague.open()).body).toMatchObject({ rev: 1, sheet: { comments: { '1': { seen: WORDS } } } });
      return leader.isWhole();
    });
  },
);

test('F10 connections ended by an administrator (57P01): whoever was in the middle is asked to try again, and nothing is done by halves', async () => {
  await stage.meet('F10 connections ended by an administrator (57P01)', async () => {
    const source = await connected(db.url);
    const people = await PeopleAtWork.open(db, source);
    stage.atEnd(() => people.app.close());
    const leader = await people.leader();
    const keeper = new pg.Client(db.superuserUrl);
    await keeper.connect();
    await keeper.query('begin; lock table people.round in exclusive mode');
    const pressed = leader.press();
    await until('the launch is in its transaction', async () => {
      const { rows } = await keeper.query(`select from pg_locks where not granted and relation = 'people.round'::regclass`);
      return rows.length === 1;
    });
    await keeper.query(`select pg_terminate_backend(pid) from pg_locks where not granted`);
    const launch = await pressed;
    await keeper.end();
    expect(launch).toMatchObject({ status: 503, body: { code: 'not_now', title: away.title } });
    await leader.isNotThere();
    await leader.pressUntilLaunched();
    return leader.isWhole();
  });
});
