import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrateQueue } from '@facet/mail';
import type { DatabaseRole } from '@facet/platform';
import { testDatabase } from '@facet/testing';
import { expectedAccess, expectedDoors } from './expected-access';
import { allTables, tryAccess } from './try-access';

const db = await testDatabase();
await migrateQueue(db.url);
afterAll(() => db.drop());

const roles = Object.keys(expectedAccess) as DatabaseRole[];

describe('what each role may do', () => {
  const measured = new Map<DatabaseRole, Record<string, string>>();
  beforeAll(async () => {
    const tables = await allTables(db.source);
    for (const role of roles) measured.set(role, await tryAccess(db.database, role, tables));
  }, 120_000);
  const reads = (role: DatabaseRole, table: string, column: string): boolean => {
    const [, list = ''] = /select ([^;]+)/.exec(measured.get(role)?.[table] ?? '') ?? [];
    return list === '*' || list.split(', ').includes(column);
  };

  test.each(roles)('%s may do what the design gives it, and nothing else in any table', (role) => {
    expect(measured.get(role)).toEqual(expectedAccess[role]);
  });

  test('whoever reads an envelope reads no name, no address and not whose invitation it is', () => {
    const readers = roles.filter((role) => reads(role, 'answers.envelope', 'box'));
    expect(readers).toEqual(['facet_survey', 'facet_seal']);
    for (const role of readers) {
      for (const column of ['id', 'name', 'email']) expect([role, reads(role, 'people.person', column)]).toEqual([role, false]);
      for (const column of ['person', 'token_hash']) expect([role, reads(role, 'people.invitation', column)]).toEqual([role, false]);
    }
  });

  test('whoever reads numbers and comments reads nothing of who was asked', () => {
    const readers = roles.filter((role) => ['cell', 'comment', 'snapshot'].some((table) => reads(role, `answers.${table}`, 'round')));
    expect(readers).toEqual(['facet_report']);
    for (const column of ['id', 'person', 'rater_group', 'status']) expect(reads('facet_report', 'people.invitation', column)).toBe(false);
  });

  test('whether somebody has answered is read by the survey, the seal and the mail, and by nobody else', () => {
    expect(roles.filter((role) => reads(role, 'people.invitation', 'status'))).toEqual(['facet_survey', 'facet_seal', 'facet_mail']);
  });
});

describe('the roles themselves', () => {
  test('nobody can log in as one, and none has a power over the whole server', async () => {
    const found = await db.source.query<{ name: DatabaseRole }[]>(
      `select rolname as name, rolcanlogin or rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as powerful
        from pg_roles where rolname like 'facet\\_%' order by 1`,
    );
    expect(found).toEqual(roles.toSorted().map((name) => ({ name, powerful: false })));
  });

  test.each(roles)('%s can make nothing of its own', async (role) => {
    for (const statement of ['create table public.mine ()', 'create schema mine', 'create table answers.mine ()', 'create role mine'])
      await expect(db.database.as(role, null, (tx) => tx.query(statement))).rejects.toMatchObject({ code: '42501' });
  });

  test.each(roles)('%s cannot move the clock that everybody reads', async (role) => {
    const move = `create or replace function platform.clock() returns timestamptz language sql as $$ select timestamptz '2030-01-01' $$`;
    await expect(db.database.as(role, null, (tx) => tx.query(move))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the doors for what has no organisation yet', () => {
  interface Door {
    readonly name: string;
    readonly call: string;
    readonly returns: string;
    readonly guarded: boolean;
  }
  const doors = (): Promise<Door[]> =>
    db.source.query<Door[]>(
      `select p.proname as name, pg_get_function_result(p.oid) as returns, p.prosecdef and p.proconfig @> '{search_path=pg_catalog}' as guarded,
          format('select door.%I(%s)', p.proname,
            (select coalesce(string_agg('null::' || format_type(t, null), ', '), '') from unnest(p.proargtypes) as t)) as call
        from pg_proc p where p.pronamespace = 'door'::regnamespace order by 1`,
    );

  test('are these, each opens for the roles that need it, and what comes back is ids', async () => {
    const found: Record<string, { roles: DatabaseRole[]; returns: string }> = {};
    for (const { name, call, returns, guarded } of await doors()) {
      expect([name, guarded]).toEqual([name, true]);
      const opened: DatabaseRole[] = [];
      for (const role of roles)
        await db.database
          .as(role, null, (tx) => tx.query(call))
          .then(
            () => opened.push(role),
            (error: unknown) => expect([name, role, error]).toEqual([name, role, expect.objectContaining({ code: '42501' })]),
          );
      found[name] = { roles: opened, returns };
    }
    const byOrder = Object.entries(expectedDoors).map(([name, { returns, roles: allowed }]) => [
      name,
      { returns, roles: roles.filter((role) => allowed.includes(role)) },
    ]);
    expect(found).toEqual(Object.fromEntries(byOrder));
  });

  test('every other function of ours works in a trigger, or only tells the time, the organisation or whose an address is', async () => {
    const others = await db.source.query<{ name: string }[]>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('platform', 'people', 'post', 'answers', 'access', 'public') and p.prorettype <> 'trigger'::regtype order by 1`,
    );
    expect(others.map(({ name }) => name)).toEqual(['people.owner_of(text)', 'platform.clock()', 'platform.organisation()']);
  });

  test('no function runs as the owner but these', async () => {
    const others: unknown = await db.source.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'door')`,
    );
    expect(others).toEqual([]);
  });
});
