import { afterAll, expect, test } from '@jest/globals';
import { recordEvent } from '@facet/audit-log';
import { testDatabase, testSchool } from '@facet/testing';
import { recorded } from '../recorded';

const db = await testDatabase();
const usual = { ...process.env };
Object.assign(process.env, { DATABASE_URL: db.url });
const school = await testSchool(db);
for (let time = 0; time < 3; time++)
  await db.database.as('facet_people', school.organisation, (tx) => {
    recordEvent(tx, { kind: 'hours_changed', by: { person: school.administrator.id }, detail: {} });
    return Promise.resolve();
  });
afterAll(async () => {
  process.env = usual;
  await db.drop();
});

let hash = '';

test('a log in which every entry fits says how many there are, and its last', async () => {
  const { code, printed } = await recorded('audit', 'verify');
  expect([code, printed]).toEqual([0, expect.stringMatching(/^OK {3}Hill Street School: 3 entries, .* number 3, [0-9a-f]{64}$/)]);
  hash = printed.slice(-64);
  expect(await recorded('audit', 'verify', '--holds', hash)).toMatchObject({
    code: 0,
    printed: expect.stringContaining('is there'),
  });
});

test.each([
  ['a hash that no entry has', '0a'.repeat(32), 1, 'No log has'],
  ['what is no hash', 'abc', 2, 'A hash has'],
])('%s is said to be none', async (_, wanted, expected, says) => {
  const { code, reported } = await recorded('audit', 'verify', '--holds', wanted);
  expect([code, reported]).toEqual([expected, expect.stringContaining(says)]);
});

test('the first entry that does not fit is named, and the command fails', async () => {
  await db.source.transaction(async (tx) => {
    await tx.query('alter table audit.entry disable trigger user');
    await tx.query(`update audit.entry set kind = 'wording_changed' where number = 2`);
    await tx.query('alter table audit.entry enable trigger user');
  });
  const { code, printed, reported } = await recorded('audit', 'verify');
  expect([code, printed]).toEqual([1, '']);
  expect(reported).toContain('BAD  Hill Street School: entry 2 is not as it was written.');
});
