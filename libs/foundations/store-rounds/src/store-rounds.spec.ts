import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { Frameworks } from './frameworks';
import { Organisations } from './organisations';
import { People } from './people';

const db = await testDatabase();
const [people, frameworks, organisations] = [new People(), new Frameworks(), new Organisations()];
let school: TestSchool;

beforeAll(async () => {
  school = await testSchool(db);
});
afterAll(() => db.drop());

const inside = db.database.as.bind(db.database);

test('a colleague who is known under this address stays one person and keeps their name', async () => {
  const list = [
    { id: randomUUID(), name: 'Sam Hill', email: 'sam@school.test' },
    { id: randomUUID(), name: 'Jo Brook', email: 'jo@school.test' },
  ];
  const first = await inside('facet_people', school.organisation, (tx) => people.atAddresses(tx, list));
  expect(first.map(({ name }) => name)).toEqual(['Sam Hill', 'Jo Brook']);
  const renamed = [
    { id: randomUUID(), name: 'Josephine', email: 'JO@school.test' },
    { id: randomUUID(), name: 'Samuel', email: 'Sam@School.test' },
  ];
  const again = await inside('facet_people', school.organisation, (tx) => people.atAddresses(tx, renamed));
  expect(again).toEqual([first[1], first[0]]);
});

test('one address in two schools is two people, and neither school sees the other', async () => {
  const other = await testSchool(db, 'other.test');
  const sam = { id: randomUUID(), name: 'Sam Hill', email: 'shared@elsewhere.test' };
  const [here] = await inside('facet_people', school.organisation, (tx) => people.atAddresses(tx, [sam]));
  const [there] = await inside('facet_people', other.organisation, (tx) => people.atAddresses(tx, [{ ...sam, id: randomUUID() }]));
  expect(there?.id).not.toBe(here?.id);
  expect(await inside('facet_people', other.organisation, (tx) => people.byId(tx, here?.id ?? ''))).toBeNull();
});

test('row 30: changed content is the next version, the same content is not published twice, and the old version stays', async () => {
  const { content } = school.framework;
  const publish = (changed: typeof content) =>
    inside('facet_people', school.organisation, (tx) => frameworks.publish(tx, randomUUID(), changed));
  const same = await publish(content);
  expect(same).toMatchObject({ id: school.framework.id, version: 1 });
  const next = await publish({ ...content, reflection: ['Something new'] });
  expect(next.version).toBe(2);
  const old = await inside('facet_people', school.organisation, (tx) => frameworks.byId(tx, school.framework.id));
  expect(old?.content).toEqual(content);
  const newest = await inside('facet_people', school.organisation, (tx) => frameworks.newest(tx));
  expect(newest.map(({ version }) => version)).toEqual([2]);
});

const another = {
  ...{ name: 'Another', zone: 'UTC', domains: [], safeguardingContact: null, controller: null, purpose: null, contact: null },
  ...{ retentionMonths: 24, senderName: null },
};

test('an organisation that is added again stays as it is', async () => {
  const own = { ...another, id: school.organisation };
  await inside('facet_people', own.id, (tx) => organisations.add(tx, own));
  expect(await inside('facet_people', own.id, (tx) => organisations.current(tx))).toMatchObject({ name: 'Hill Street School' });
});

test('an organisation can only be added from inside itself', async () => {
  const stranger = { ...another, id: randomUUID() };
  await expect(inside('facet_people', school.organisation, (tx) => organisations.add(tx, stranger))).rejects.toThrow('row-level security');
});
