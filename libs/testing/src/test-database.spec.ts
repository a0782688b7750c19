import { afterAll, expect, test } from '@jest/globals';
import { testDatabase } from './test-database';

const db = await testDatabase();
afterAll(() => db.drop());

test('the product’s login is no superuser and owns its database', async () => {
  const [who] = await db.source.query<{ user: string; superuser: boolean }[]>(
    `select current_user as "user", rolsuper as superuser from pg_roles where rolname = current_user`,
  );
  expect(who).toEqual({ user: 'facet', superuser: false });
});

test('a test sets the time of every transaction', async () => {
  await db.setClock('2026-12-01T09:00:00Z');
  expect(await db.database.as('facet_people', null, (tx) => Promise.resolve(tx.now))).toEqual(new Date('2026-12-01T09:00:00Z'));
});

test('a role and an organisation last for one transaction only', async () => {
  const here = '00000000-0000-4000-8000-000000000001';
  const inside = await db.database.as('facet_people', here, (tx) =>
    tx.query('select current_user as role, platform.organisation() as organisation'),
  );
  expect(inside).toEqual([{ role: 'facet_people', organisation: here }]);
  const outside: unknown = await db.source.query('select current_user as role, platform.organisation() as organisation');
  expect(outside).toEqual([{ role: 'facet', organisation: null }]);
});

test('what a transaction did is undone when its work throws', async () => {
  const id = '00000000-0000-4000-8000-000000000002';
  const add = db.database.as('facet_people', id, async (tx) => {
    await tx.query(`insert into people.organisation (id, name, zone) values ($1, 'A school', 'Europe/London')`, [id]);
    throw new Error('no');
  });
  await expect(add).rejects.toThrow('no');
  expect(await db.dump()).not.toContain(id);
});
