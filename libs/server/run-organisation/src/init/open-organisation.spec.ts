import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { OneTimeLinks, Sessions } from '@facet/accounts';
import { readCalendar } from '@facet/mail';
import { Frameworks, Organisations, Staff } from '@facet/store-rounds';
import { testConfiguration, testDatabase, type TestDatabase, testSchool } from '@facet/testing';
import { exampleSettings } from './example-settings';
import { OpenOrganisation, type Opening } from './open-organisation';
import { readSettings } from './settings';

let db: TestDatabase;
let opening: Opening;
let opener: OpenOrganisation;
const made: TestDatabase[] = [];
const { framework } = await (async () => {
  const sample = await testDatabase();
  made.push(sample);
  return testSchool(sample);
})();
beforeEach(async () => {
  db = await testDatabase();
  made.push(db);
  opening = { settings: settings(), framework: framework.content, another: false };
  const links = new OneTimeLinks(db.database, new Sessions(db.database));
  opener = new OpenOrganisation(db.database, new Organisations(), new Staff(), new Frameworks(), links);
});
afterAll(async () => {
  for (const one of made) await one.drop();
});

function settings(changed: Readonly<Record<string, string>> = {}): Opening['settings'] {
  const read = readSettings({ ...exampleSettings, ...changed });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.settings;
}
const count = async (table: string): Promise<number> => (await db.source.query<object[]>(`select from ${table}`)).length;

test('organisation, administrator, framework, hours and a link are there together', async () => {
  opening = {
    ...opening,
    settings: settings({ 'sender-name': 'Feedback at Hill Street', 'mail-days': 'Mon', 'mail-hours': '10:00-11:00' }),
  };
  const opened = await opener.open(opening);
  if (typeof opened === 'string') throw new Error(opened);
  const found = await db.database.as('facet_people', opened.organisation, async (tx) => ({
    organisation: await new Organisations().current(tx),
    staff: await new Staff().all(tx),
    frameworks: await new Frameworks().newest(tx),
    calendar: await readCalendar(tx, testConfiguration(db)),
  }));
  expect(found).toMatchObject({
    organisation: {
      ...{ name: 'Hill Street School', controller: exampleSettings.controller, purpose: exampleSettings.purpose, retentionMonths: 24 },
      ...{ contact: exampleSettings.contact, safeguardingContact: 'Jo Park, extension 204', senderName: 'Feedback at Hill Street' },
    },
    staff: [{ name: 'Ruth Vale', email: 'ruth.vale@school.example', roles: ['administrator'], disabledAt: null }],
    frameworks: [{ version: 1, content: framework.content }],
    calendar: { zone: 'Europe/London', hours: { weekdays: [1], from: { hour: 10, minute: 0 }, until: { hour: 11, minute: 0 } } },
  });
  expect(opened.token).toMatch(/^[\w-]{22}$/);
});

test('a second one is refused, and made only where that is asked for', async () => {
  await opener.open(opening);
  const before = await db.source.query<object[]>('select * from people.organisation');
  expect(await opener.open({ ...opening, settings: settings({ name: 'Valley School' }) })).toBe('there is one already');
  expect(await db.source.query('select * from people.organisation')).toEqual(before);
  expect(await opener.open({ ...opening, another: true, settings: settings({ name: 'hill street school' }) })).toBe(
    'there is one of that name',
  );
  expect(await opener.open({ ...opening, another: true, settings: settings({ name: 'Valley School' }) })).toHaveProperty('token');
  expect(await count('people.organisation')).toBe(2);
});

test('of two that begin at the same moment one is made', async () => {
  const results = await Promise.all([1, 2, 3, 4].map(() => opener.open(opening)));
  expect(results.filter((result) => typeof result === 'object')).toHaveLength(1);
  expect(await count('people.organisation')).toBe(1);
});

test('where something fails on the way nothing is there, and the link opens nothing', async () => {
  const failing = { ...opening, framework: { ...framework.content, name: 'x\u0000' } }; // what PostgreSQL cannot store
  await expect(opener.open(failing)).rejects.toThrow();
  for (const table of ['people.organisation', 'people.person', 'people.framework', 'post.calendar']) expect(await count(table)).toBe(0);
  expect(await opener.open(opening)).toHaveProperty('token');
});
