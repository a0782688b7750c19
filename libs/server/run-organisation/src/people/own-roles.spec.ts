import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { of, path, PeopleImported } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { RunOrganisationModule } from '../run-organisation.module';

const site = await TestSite.open('2026-11-24T12:00:00Z', [
  ...[AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, RunOrganisationModule],
]);
let schools = 0;
let school: TestSchool;
let administrator: TestBrowser;
beforeEach(async () => {
  school = await testSchool(site.db, `school${++schools}.test`);
  administrator = await site.signedIn(school.administrator.email);
});
afterAll(() => site.close());

const change = (id: string, roles: string[], browser = administrator) => browser.post(of(path.person, id), { name: 'Ruth', roles });
const tagged = (): string => school.administrator.email.toUpperCase().replace('@', '+COACH@');

test('row 59: nobody gives themselves a role, also where there is another administrator, who can', async () => {
  const pat = `pat@school${schools}.test`;
  await administrator.post(path.people, { name: 'Pat Lowe', email: pat, roles: ['administrator'] });
  const own = school.administrator.id;
  for (const roles of [['coach', 'administrator'], ['leader', 'coach', 'administrator'], ['coach']])
    expect(await site.withoutTrace(409, () => change(own, roles))).toMatchObject({ code: 'own_roles' });
  expect((await change(own, ['administrator'])).status).toBe(200);
  expect((await change(own, ['coach', 'administrator'], await site.signedIn(pat))).status).toBe(200);
});

test('row 59: a second address of their own gets no role either, one by one or from a list', async () => {
  const second = { name: 'Ruth Again', email: tagged(), roles: ['coach'] };
  expect(await site.withoutTrace(409, () => administrator.post(path.people, second))).toMatchObject({ code: 'own_roles' });
  const list = `name,email,roles\nRuth Again,${second.email},coach\nRuth,${school.administrator.email},coach; administrator`;
  const brought = async () => (await administrator.post(path.importPeople, { list, dryRun: false, despiteErrors: true })).body;
  const message: unknown = expect.stringContaining('by another administrator');
  expect(PeopleImported.parse(await brought())).toMatchObject({ lines: [], errors: [{ message }, { message }], written: false });
});

test('row 59: whoever was stopped from signing in at the administrator’s second address is not let in again by them', async () => {
  const [second] = await site.rows<{ id: string }>(
    `insert into people.person (id, organisation, name, email, roles, disabled_at)
      values (gen_random_uuid(), $1, 'Ruth Again', $2, '{coach}', '2026-11-24T12:00:00Z') returning id`,
    ...[school.organisation, tagged()],
  );
  const allow = () => administrator.post(of(path.access, second?.id ?? ''), { allowed: true });
  expect(await site.withoutTrace(409, allow)).toMatchObject({ code: 'own_roles' });
});
