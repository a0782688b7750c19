import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { type OrganisationSettings, path, SettingsEffects, SettingsView } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testConfiguration, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { RunOrganisationModule } from '../run-organisation.module';

// A Tuesday at noon in London.
const site = await TestSite.open('2026-11-24T12:00:00Z', [
  ...[AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, RunOrganisationModule],
]);
const vault = new FileVault(testConfiguration(site.db).keysFolder);
let schools = 0;
let school: TestSchool;
let administrator: TestBrowser;
beforeEach(async () => {
  await site.db.setClock('2026-11-24T12:00:00Z');
  school = await testSchool(site.db, `settings${++schools}.test`);
  administrator = await site.signedIn(school.administrator.email);
});
afterAll(() => site.close());

const whole: Partial<OrganisationSettings> = {
  ...{ controller: 'Hill Street School, 1 Hill Street', purpose: 'To help our leaders learn.', contact: 'Pat Lowe, extension 12' },
  safeguardingContact: 'Jo Park, extension 204',
};
const view = async () => SettingsView.parse((await administrator.get(path.settings)).body);
const save = async (change: Partial<OrganisationSettings>, deletes = 0) => {
  const { rev, settings } = await view();
  return administrator.post(path.settings, { settings: { ...settings, ...whole, ...change }, rev, deletes });
};
const effects = async (change: Partial<OrganisationSettings>) => {
  const { settings } = await view();
  const { body } = await administrator.post(path.settingsPreview, { settings: { ...settings, ...whole, ...change } });
  return SettingsEffects.parse(body);
};
const launched = async () => {
  const round = await testRound(site.db, school, vault, { raters: [{ name: 'Sam', group: 'peer' }] });
  administrator = await site.signedIn(school.administrator.email); // a day of its own goes by with the launch
  return round;
};
const kept = () => site.rows('select * from people.organisation where id = $1', school.organisation);

test('an administrator reads the settings, changes them, and reads what was saved', async () => {
  expect((await view()).settings).toMatchObject({ name: 'Hill Street School', retentionMonths: '24', mailFrom: '08:00', closedOn: '' });
  const change = {
    ...{ name: 'Hill Street Academy', senderName: 'Feedback at Hill Street', domains: 'HILL.example; trust.example'.replace(';', ',') },
    ...{ zone: 'Europe/Dublin', mailDays: [3, 1], mailFrom: '09:30', mailUntil: '12:00', closedOn: '21 December 2026 to 4 January 2027' },
  };
  expect((await save(change)).status).toBe(200);
  const saved = (await view()).settings;
  expect(saved).toEqual({ ...saved, ...whole, ...change, domains: 'hill.example, trust.example', mailDays: [1, 3] });
  expect(
    await site.rows('select kind, detail from audit.entry where organisation = $1 order by number desc limit 1', school.organisation),
  ).toEqual([{ kind: 'settings_changed', detail: { settings: expect.arrayContaining(['name', 'zone', 'closedOn']) as unknown } }]);
});

test('what cannot be is refused at each field, and nothing is saved', async () => {
  const before = await kept();
  const { status, body } = await save({
    ...{
      name: ' ',
      zone: 'London',
      retentionMonths: '0',
      mailDays: [],
      mailFrom: '18:00',
      mailUntil: '08:00',
      closedOn: '31 February 2027',
    },
    ...{ domains: 'not a domain', contact: 'two\nlines', senderName: 'x'.repeat(81) },
  });
  expect(status).toBe(400);
  const fields = (body as { errors: { field: string }[] }).errors.map(({ field }) => field).toSorted();
  expect(fields).toEqual([...['closedOn', 'contact', 'domains', 'mailDays', 'mailUntil', 'name', 'retentionMonths', 'senderName', 'zone']]);
  expect(await kept()).toEqual(before);
});

test('two administrators who change the settings at the same time do not write over each other', async () => {
  const { rev, settings } = await view();
  expect((await save({ contact: 'Jo Park' })).status).toBe(200);
  const late = await administrator.post(path.settings, { settings: { ...settings, ...whole, name: 'Other' }, rev, deletes: 0 });
  expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
  expect((await view()).settings).toMatchObject({ name: 'Hill Street School', contact: 'Jo Park' });
});

test('another zone and other hours say what becomes of mail that waits, and it is looked at again', async () => {
  const change = { zone: 'Pacific/Auckland', mailDays: [4], mailFrom: '10:00', mailUntil: '11:00', closedOn: '26 November 2026' };
  await save({});
  const { says } = await effects(change);
  expect(says).toEqual([
    'Mail to colleagues then leaves Thursday between 10:00 and 11:00 (Pacific/Auckland). What waits already goes by that too: ' +
      'the next can leave on Thursday 3 December 2026 at 10:00 (Pacific/Auckland).',
    'Rounds that have been launched close when they were to close before. Those launched from now on go by Pacific/Auckland.',
  ]);
  await site.rows(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, leaves_on, leaves_zone, give_up_at)
      values (gen_random_uuid(), $1::uuid, gen_random_uuid()::text, $2, 'invitation', '2026-11-25T08:00Z', '2026-11-25', 'Europe/London', 'infinity')`,
    ...[school.organisation, school.leader.id],
  );
  await save(change);
  expect(await site.rows('select not_before from post.mail where organisation = $1', school.organisation)).toEqual([
    { not_before: new Date('2026-11-24T12:00:00Z') },
  ]);
});

test('a shorter retention says how many reports go, and deletes none that was not shown', async () => {
  await save({});
  const round = await launched();
  await site.rows(`update people.round set sealed_at = '2025-11-10' where id = $1`, round.id);
  expect(await effects({ retentionMonths: '13' })).toEqual({
    deletes: 0,
    says: [expect.stringContaining('No report is older than 13 months')],
  });
  expect(await effects({ retentionMonths: '12' })).toEqual({
    deletes: 1,
    says: [expect.stringContaining('One report is older than 12 months')],
  });
  expect(await save({ retentionMonths: '12' })).toMatchObject({ status: 409, body: { code: 'deletes_reports' } });
  expect((await view()).settings.retentionMonths).toBe('24');
  expect((await save({ retentionMonths: '12' }, 1)).status).toBe(200);
});

test('a longer retention and another purpose are for rounds of then: those that are under way keep what they promised', async () => {
  await save({});
  const round = await launched();
  const change = { retentionMonths: '60', purpose: 'To decide who is promoted.' };
  const { says } = await effects(change);
  expect(says).toHaveLength(2);
  expect((await save(change)).status).toBe(200);
  expect(await site.rows('select purpose, kept_months from people.round where id = $1', round.id)).toEqual([
    { purpose: 'To help our leaders learn.', kept_months: 24 },
  ]);
});

test('row 51: only an administrator of this organisation reads or changes its settings', async () => {
  const other = await testSchool(site.db, `other${schools}.test`);
  const there = `?organisation=${other.organisation}`;
  const { rev, settings } = await view();
  expect((await administrator.get(`${path.settings}${there}`)).status).toBe(404);
  for (const [url, body] of [
    [path.settings, { settings, rev, deletes: 0 }],
    [path.settingsPreview, { settings }],
  ] as const)
    expect((await administrator.post(`${url}${there}`, body)).status).toBe(404);
  for (const { email } of [school.leader, school.coach]) expect((await (await site.signedIn(email)).get(path.settings)).status).toBe(403);
});
