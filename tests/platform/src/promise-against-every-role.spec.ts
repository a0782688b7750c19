import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabaseRole } from '@facet/platform';
import { testDatabase } from '@facet/testing';
import { expectedAccess } from './expected-access';
import { type FullSchool, fullSchool } from './two-schools';

const db = await testDatabase();
let school: FullSchool;
beforeAll(async () => {
  school = await fullSchool(db, 'school.test');
});
afterAll(() => db.drop());

const roles = Object.keys(expectedAccess) as DatabaseRole[];

/** Ways round the promise of a launched round: each would let colleagues be counted or read otherwise than they were told. */
const statements: readonly (readonly [string, string])[] = [
  ['a smaller minimum', `update people.round set promise = jsonb_set(promise, '{minimum}', '2') where id = $1`],
  ['other groups', `update people.round set promise = jsonb_set(promise, '{groups}', '[1]') where id = $1`],
  ['another framework', `update people.round set framework = gen_random_uuid() where id = $1`],
  ['another organisation', `update people.round set organisation = gen_random_uuid() where id = $1`],
  ['another leader', `update people.round set leader = coach, coach = leader where id = $1`],
  ['an earlier launch', `update people.round set launched_at = launched_at - interval '1 day' where id = $1`],
  ['a deletion', `delete from people.round where id = $1`],
  ['a merge', `merge into people.round r using (select $1::uuid as id) s on r.id = s.id when matched then update set promise = '{}'`],
  [
    'an insert that is an update',
    `insert into people.round select * from people.round where id = $1 on conflict (id) do update set promise = '{}'`,
  ],
];
/** What only the owner of the tables may do, or the server's administrator. */
const powers: readonly (readonly [string, string])[] = [
  ['a truncation', `truncate people.round cascade`],
  ['switching its trigger off', `alter table people.round disable trigger promise_is_frozen`],
  ['switching all triggers off', `set session_replication_role = replica`],
  [
    'another rule in its trigger',
    `create or replace function people.keep_promise() returns trigger language plpgsql as 'begin return new; end'`,
  ],
];

const withParameter = (sql: string): string[] => (sql.includes('$1') ? [school.round.id] : []);

test.each(roles.flatMap((role) => [...statements, ...powers].map(([what, sql]) => [role, what, sql] as const)))(
  'row 40: %s cannot change what was promised by %s',
  async (role, _, sql) => {
    const before = await db.dump();
    const attempt = db.database.as(role, school.organisation, (tx) => tx.query(sql, withParameter(sql)));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
    expect(await db.dump()).toBe(before);
  },
);

test.each(statements)('row 40: not even the owner of the tables changes what was promised by %s', async (_, sql) => {
  const before = await db.dump();
  await expect(db.source.query(sql, withParameter(sql))).rejects.toMatchObject({ code: 'FA002' });
  expect(await db.dump()).toBe(before);
});

test.each([
  ['a minimum of two', { minimum: 2, commentMinimum: 5, groups: [] }],
  ['a minimum of six', { minimum: 6, commentMinimum: 5, groups: [] }],
  ['no minimum', { commentMinimum: 5, groups: [] }],
  ['comments from four', { minimum: 3, commentMinimum: 4, groups: [] }],
  ['nothing', {}],
])('row 40: no round is launched with a promise of %s, not even by the owner of the tables', async (_, promise) => {
  const copy = { id: randomUUID(), promise, sealed_at: '2026-12-20T09:00:00Z' };
  await expect(
    db.source.query(`insert into people.round select (jsonb_populate_record(r, $2)).* from people.round r where id = $1`, [
      school.round.id,
      copy,
    ]),
  ).rejects.toMatchObject({ code: '23514' });
});

test('a round that is sealed or cancelled may be deleted, as retention and erasure must', async () => {
  const id = randomUUID();
  const copy = { id, cancelled_at: '2026-12-20T09:00:00Z' };
  await db.source.query(`insert into people.round select (jsonb_populate_record(r, $2)).* from people.round r where id = $1`, [
    school.round.id,
    copy,
  ]);
  await db.source.query('delete from people.round where id = $1', [id]);
  expect(await db.source.query('select id from people.round where id = $1', [id])).toEqual([]);
});
