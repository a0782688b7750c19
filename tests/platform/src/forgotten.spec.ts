import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { walkChain } from '@facet/audit-log';
import { testDatabase } from '@facet/testing';
import { type FullSchool, fullSchool } from './two-schools';

// A school with a row in every table: a new table is in here as soon as it is written down there, and so is what becomes of its rows.

const db = await testDatabase();
let school: FullSchool;
beforeAll(async () => {
  school = await fullSchool(db, 'here.test');
});
afterAll(() => db.drop());

const forget = (door: 'forget_person' | 'forget_round', id: string): Promise<unknown> =>
  db.database.as('facet_erase', school.organisation, (tx) => tx.query(`select door.${door}($1, $2) as gone`, [id, tx.now]));
/** Lines of the whole database that have this in them; but for the audit log, which names by ids that lead nowhere any more. */
const linesWith = async (text: string): Promise<string[]> =>
  (await db.dump())
    .replace(/^audit\.entry\n(\(.*\n)*/m, '')
    .split('\n')
    .filter((line) => line.includes(text));

test('whoever is forgotten is in no table any more, by id, by address or by what they were asked', async () => {
  const asked = await db.source.query<{ id: string; email: string }[]>(
    `select id, email from people.person where organisation = $1 and roles = '{}'`,
    [school.organisation],
  );
  expect(asked).toHaveLength(3);
  for (const { id, email } of asked) {
    const [invitation] = await db.source.query<{ id: string }[]>('select id from people.invitation where person = $1', [id]);
    expect(invitation && (await linesWith(invitation.id))).not.toEqual([]);
    expect(await forget('forget_person', id)).toMatchObject([{ gone: { people: 1 } }]);
    for (const text of [id, email, invitation?.id ?? '']) expect(await linesWith(text)).toEqual([]);
  }
});

test('a round that is forgotten is in no table any more, but for what its secret owes', async () => {
  await db.source.query('update people.round set cancelled_at = platform.clock() where id = $1', [school.round.id]);
  expect(await forget('forget_round', school.round.id)).toMatchObject([{ gone: { rounds: 1 } }]);
  const owed = await db.source.query<{ line: string }[]>('select d::text as line from answers.secret_destruction d');
  expect(await linesWith(school.round.id)).toEqual(owed.map(({ line }) => line));
});

test('a leader whose rounds are forgotten can be forgotten too, with whatever was theirs alone', async () => {
  expect(await forget('forget_person', school.leader.id)).toMatchObject([{ gone: { people: 1 } }]);
  expect([...(await linesWith(school.leader.id)), ...(await linesWith(school.leader.email))]).toEqual([]);
});

test('and so can a coach', async () => {
  expect(await forget('forget_person', school.coach.id)).toMatchObject([{ gone: { people: 1 } }]);
  expect(await linesWith(school.coach.id)).toEqual([]);
});

test('the audit log says the same as before, holds their ids and nothing else of them, and its chain fits', async () => {
  const entries = await db.source.query<{ line: string }[]>('select e::text as line from audit.entry e');
  expect(entries.map(({ line }) => line)).toEqual([expect.stringContaining(school.coach.id)]);
  for (const { name, email } of [school.coach, school.leader]) expect(entries[0]?.line).not.toMatch(new RegExp(`${name}|${email}`));
  expect(await walkChain(db.source, school.organisation)).toMatchObject({ fits: true, entries: 1 });
});
