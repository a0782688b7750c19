import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { People } from './people';
import { Staff } from './staff';

const db = await testDatabase();
const [people, staff] = [new People(), new Staff()];
let school: TestSchool;
beforeAll(async () => {
  school = await testSchool(db);
});
afterAll(() => db.drop());

const inside = <Result>(work: Parameters<typeof db.database.as<Result>>[2]): Promise<Result> =>
  db.database.as('facet_people', school.organisation, work);

test('somebody who is kept out has no role in anything that asks what they may do, and all of them again afterwards', async () => {
  const { coach } = school;
  const roles = async () => (await inside((tx) => people.byId(tx, coach.id)))?.roles;
  const offered = async () => (await inside((tx) => people.coaches(tx))).map(({ id }) => id);
  await inside((tx) => staff.disable(tx, coach.id));
  expect([await roles(), await offered()]).toEqual([[], []]);
  expect(await inside((tx) => people.atAddresses(tx, [coach]))).toMatchObject([{ id: coach.id, roles: [] }]);
  expect((await inside((tx) => staff.all(tx))).find(({ id }) => id === coach.id)).toMatchObject({ roles: ['coach'] });
  await inside((tx) => staff.enable(tx, coach.id));
  expect([await roles(), await offered()]).toEqual([['coach'], [coach.id]]);
});

test('whoever is kept out stays out since the first time that was said', async () => {
  const since = async () => (await inside((tx) => staff.all(tx))).find(({ id }) => id === school.leader.id)?.disabledAt;
  await inside((tx) => staff.disable(tx, school.leader.id));
  const first = await since();
  await inside((tx) => staff.disable(tx, school.leader.id));
  expect(await since()).toEqual(first);
});

test('an administrator who is kept out is not turned to when something is wrong', async () => {
  const told = () => db.database.as('facet_seal', school.organisation, (tx) => tx.query('select person from door.administrators()'));
  expect(await told()).toEqual([{ person: school.administrator.id }]);
  await inside((tx) => staff.disable(tx, school.administrator.id));
  expect(await told()).toEqual([]);
});

test('two who are appointed under one address at the same moment are one person', async () => {
  const appointed = await Promise.all(
    ['pat@school.test', 'PAT@school.test'].map((email) =>
      inside((tx) => staff.appoint(tx, { id: randomUUID(), name: 'Pat Lowe', email, roles: ['leader'] })),
    ),
  );
  const known = (await inside((tx) => staff.all(tx))).filter(({ email }) => email.toLowerCase() === 'pat@school.test');
  expect(appointed.filter((id) => id !== null)).toEqual(known.map(({ id }) => id));
});
