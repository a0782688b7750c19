import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase } from '@facet/testing';
import { type FullSchool, fullSchool } from './two-schools';

const db = await testDatabase();
let school: FullSchool;
beforeAll(async () => {
  school = await fullSchool(db, 'school.test');
});
afterAll(() => db.drop());

// Tried as the owner of the tables, who may do more than any request: what is refused here is refused to everybody.
test.each([
  ['fewer colleagues for a number to be shown', `promise = jsonb_set(promise, '{minimum}', '2')`],
  ['more', `promise = jsonb_set(promise, '{minimum}', '4')`],
  ['other groups', `promise = jsonb_set(promise, '{groups}', '[]')`],
  ['another leader', 'leader = coach, coach = leader'],
  ['another framework', 'framework = gen_random_uuid()'],
  ['another time of its launch', `launched_at = launched_at - interval '1 day'`],
  ['another organisation', 'organisation = gen_random_uuid()'],
  ['another purpose', `purpose = 'to decide about pay'`],
  ['more months for its report', 'kept_months = kept_months + 1'],
])('row 40: what was promised at the launch never changes: %s', async (_, change) => {
  const before = await db.dump();
  await expect(db.source.query(`update people.round set ${change} where id = $1`, [school.round.id])).rejects.toMatchObject({
    code: 'FA002',
  });
  expect(await db.dump()).toBe(before);
});

test('what was never promised may change: another coach, a later end', async () => {
  await db.source.query(`update people.person set roles = '{coach}' where id = $1`, [school.administrator.id]);
  await db.source.query(`update people.round set coach = $2, closes_at = closes_at + interval '1 day', promise = promise where id = $1`, [
    school.round.id,
    school.administrator.id,
  ]);
});

test.each(['update people.framework set name = name', `update people.framework set content = '{}'`, 'delete from people.framework'])(
  'row 30: a published framework never changes: %s',
  async (statement) => {
    await expect(db.source.query(statement)).rejects.toMatchObject({ code: 'FA001' });
  },
);

test.each([
  `answers.snapshot set content = '{"other":1}'`,
  `answers.cell set counts = '{3,0,0,0,0}'`,
  `answers.comment set words = 'other'`,
  'answers.comment set position = 2',
])('row 92: the numbers and words of a sealed round never change: %s', async (change) => {
  await expect(db.source.query(`update ${change}`)).rejects.toMatchObject({ code: 'FA003' });
});

test('a leader has one round that is not sealed yet, however many are launched at once', async () => {
  const copies = [1, 2].map(() =>
    db.source.query(
      `insert into people.round select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).* from people.round r limit 1`,
    ),
  );
  const refused = { status: 'rejected', reason: expect.objectContaining({ code: '23505' }) as unknown };
  expect(await Promise.allSettled(copies)).toEqual([refused, refused]);
});

test.each([
  `insert into desk.withheld_comment select round, organisation, quality, question, writer, 1, reason, withheld_at from desk.withheld_comment`,
  'update desk.withheld_comment set position = 2',
  'delete from desk.withheld_comment',
])('what a leader reads of a released report never changes: %s', async (statement) => {
  await db.source.query('update people.round set sealed_at = closes_at, released_at = closes_at where id = $1', [school.round.id]);
  await expect(db.source.query(statement)).rejects.toMatchObject({ code: 'FA009' });
});

test('who has looked at a report is never rewritten', async () => {
  await expect(db.source.query(`update desk.report_view set role = 'leader'`)).rejects.toMatchObject({ code: 'FA010' });
});
