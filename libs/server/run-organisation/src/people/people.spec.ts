import { randomUUID } from 'node:crypto';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { Me, of, path, PeopleView, type StaffView } from '@facet/contract';
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
const at = (name: string): string => `${name}@school${schools}.test`;
beforeEach(async () => {
  school = await testSchool(site.db, `school${++schools}.test`);
  administrator = await site.signedIn(school.administrator.email);
});
afterAll(() => site.close());

const list = async (): Promise<readonly StaffView[]> => PeopleView.parse((await administrator.get(path.people)).body).people;
const known = async (email: string): Promise<StaffView | undefined> => (await list()).find((person) => person.email === email);
const add = (name: string, email: string, ...roles: string[]) => administrator.post(path.people, { name, email, roles });
const idOf = async (email: string): Promise<string> => (await known(email))?.id ?? '';
const allow = (id: string, allowed: boolean, browser = administrator) => browser.post(of(path.access, id), { allowed });
const change = (id: string, name: string, roles: string[], browser = administrator) => browser.post(of(path.person, id), { name, roles });

test('an administrator sees who has a role, and not who was only ever asked for feedback', async () => {
  await site.rows(
    `insert into people.person (id, organisation, name, email) values ($1, $2, 'Sam Hill', $3)`,
    ...[randomUUID(), school.organisation, at('sam')],
  );
  expect(await list()).toEqual([
    { id: school.leader.id, name: 'Ada Okafor', email: at('ada'), roles: ['leader'], disabled: false, secondFactor: false, you: false },
    { id: school.coach.id, name: 'Ines Moreau', email: at('ines'), roles: ['coach'], disabled: false, secondFactor: false, you: false },
    expect.objectContaining({ id: school.administrator.id, roles: ['administrator'], you: true }),
  ]);
});

test('whoever is added may sign in at once, and a colleague who was asked before stays one person', async () => {
  const sam = randomUUID();
  await site.rows(
    `insert into people.person (id, organisation, name, email) values ($1, $2, 'Sam H', $3)`,
    sam,
    school.organisation,
    at('Sam'),
  );
  expect((await add(' Sam Hill ', at('sam'), 'coach', 'leader', 'coach')).status).toBe(200);
  expect(await known(at('Sam'))).toMatchObject({ id: sam, name: 'Sam Hill', roles: ['leader', 'coach'] });
  expect(await site.rows(`select person from audit.entry where kind = 'person_added' and organisation = $1`, school.organisation)).toEqual([
    { person: sam },
  ]);
  const me = Me.parse((await (await site.signedIn(at('sam'))).get(path.me)).body);
  expect(me.memberships).toMatchObject([{ name: 'Sam Hill', roles: ['leader', 'coach'] }]);
});

test('a coach works for two organisations with one sign-in, and is disabled in one without losing the other', async () => {
  const other = await testSchool(site.db, `other${schools}.test`);
  const coach = 'ruth@coaching.test';
  await add('Ruth Vale', coach, 'coach');
  await (await site.signedIn(other.administrator.email)).post(path.people, { name: 'Ruth Vale', email: coach, roles: ['coach'] });
  const memberships = async () => Me.parse((await (await site.signedIn(coach)).get(path.me)).body).memberships.length;
  expect(await memberships()).toBe(2);
  await allow(await idOf(coach), false);
  expect(await memberships()).toBe(1);
  await site.rows(`delete from people.person where email = $1`, coach);
});

test('an administrator of two organisations looks after each, and no list of one shows anybody of the other', async () => {
  const other = await testSchool(site.db, `other${schools}.test`);
  await site.rows(`update people.organisation set name = 'Valley School' where id = $1`, other.organisation);
  const own = school.administrator.email;
  await (await site.signedIn(other.administrator.email)).post(path.people, { name: 'Ruth', email: own, roles: ['administrator'] });
  expect((await administrator.get(path.organisations)).body).toEqual([
    { id: school.organisation, name: 'Hill Street School' },
    { id: other.organisation, name: 'Valley School' },
  ]);
  const there = `${path.people}?organisation=${other.organisation}`;
  const pat = { name: 'Pat Lowe', email: at('pat'), roles: ['coach'] };
  expect((await administrator.post(there, pat)).status).toBe(200);
  const names = async (url: string) => PeopleView.parse((await administrator.get(url)).body).people.map(({ name }) => name);
  expect(await names(there)).toContain('Pat Lowe');
  expect(await names(`${path.people}?organisation=${school.organisation}`)).not.toContain('Pat Lowe');
});

test('row 51: the people of an organisation that somebody does not administer are “not found”, as those of none', async () => {
  const other = await testSchool(site.db, `other${schools}.test`);
  const pat = { name: 'Pat Lowe', email: at('pat'), roles: ['coach'] };
  for (const organisation of [
    other.organisation,
    randomUUID(),
    '',
    'null',
    `${school.organisation}'`,
    `a&organisation=${school.organisation}`,
  ]) {
    const asked = `?organisation=${organisation}`;
    await site.withoutTrace(404, () => administrator.get(path.people + asked));
    await site.withoutTrace(404, () => administrator.get(path.peopleCsv + asked));
    await site.withoutTrace(404, () => administrator.post(path.people + asked, pat));
    await site.withoutTrace(404, () => administrator.post(path.importPeople + asked, { list: '', dryRun: true, despiteErrors: false }));
  }
});

test('row 55: whoever is disabled is out at their next request, and comes back only by signing in again', async () => {
  const leader = await site.signedIn(school.leader.email);
  expect((await leader.get(path.me)).status).toBe(200);
  expect((await allow(school.leader.id, false)).status).toBe(200);
  expect((await leader.get(path.me)).status).toBe(401);
  expect(await known(at('ada'))).toMatchObject({ roles: ['leader'], disabled: true });
  await allow(school.leader.id, true);
  expect((await leader.get(path.me)).status).toBe(401);
  expect((await (await site.signedIn(school.leader.email)).get(path.me)).status).toBe(200);
});

test('row 55: a role that is taken away is gone at the next request', async () => {
  await add('Pat Lowe', at('pat'), 'administrator');
  const pat = await site.signedIn(at('pat'));
  expect((await pat.get(path.people)).status).toBe(200);
  await change(await idOf(at('pat')), 'Pat Lowe', ['leader']);
  expect((await pat.get(path.people)).status).toBe(401);
  expect((await (await site.signedIn(at('pat'))).get(path.people)).status).toBe(403);
});

test('a role that is added signs nobody out', async () => {
  const leader = await site.signedIn(school.leader.email);
  await change(school.leader.id, 'Ada Okafor', ['leader', 'administrator']);
  expect((await leader.get(path.people)).status).toBe(200);
});

test('row 59: the last administrator can neither lose the role nor be disabled', async () => {
  const own = school.administrator;
  expect(await site.withoutTrace(409, () => change(own.id, own.name, ['leader']))).toMatchObject({ code: 'last_administrator' });
  expect(await site.withoutTrace(409, () => allow(own.id, false))).toMatchObject({ code: 'last_administrator' });
});

test('row 59: nobody disables themselves, also where there is another administrator', async () => {
  await add('Pat Lowe', at('pat'), 'administrator');
  expect(await site.withoutTrace(409, () => allow(school.administrator.id, false))).toMatchObject({ code: 'yourself' });
  await allow(await idOf(at('pat')), false);
  expect(await site.withoutTrace(409, () => allow(school.administrator.id, false))).toMatchObject({ code: 'last_administrator' });
});

test('row 59: two administrators who shut each other out at the same moment leave one', async () => {
  await add('Pat Lowe', at('pat'), 'administrator');
  const [pat, id] = [await site.signedIn(at('pat')), await idOf(at('pat'))];
  const answers = await Promise.all([allow(id, false), allow(school.administrator.id, false, pat)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = await site.rows(
    `select 1 from people.person where organisation = $1 and 'administrator' = any(roles) and disabled_at is null`,
    school.organisation,
  );
  expect(left).toHaveLength(1);
});

test('row 9: an address that is on the list already is refused at its field, whatever its capitals', async () => {
  expect(await site.withoutTrace(400, () => add('Ada Again', `ADA@School${schools}.test`, 'coach'))).toMatchObject({
    errors: [{ field: 'email', message: 'Somebody with this address is on the list already. Change their roles there.' }],
  });
});

test('rows 12, 13, 21, 52: what is no address, no name, no role or not asked for is refused by its field', async () => {
  const right = { name: 'Pat Lowe', email: at('pat'), roles: ['leader'] };
  const wrong: [string, object][] = [
    ['email', { email: 'pat' }],
    ['email', { email: 'b@y.test,evil@z.test' }],
    ['email', { email: `pat@school.test\r\nBcc: evil@z.test` }],
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(121) }],
    ['name', { name: 'Pat\r\nBcc: evil@z.test' }],
    ['name', { name: 'Pat\u0000' }],
    ['roles', { roles: [] }],
    ['roles.0', { roles: ['owner'] }],
    ['roles', { roles: 'administrator' }],
    ['organisation', { organisation: randomUUID() }],
    ['id', { id: school.leader.id }],
    ['disabled', { disabled: true }],
  ];
  for (const [field, changed] of wrong)
    expect(await site.withoutTrace(400, () => administrator.post(path.people, { ...right, ...changed }))).toMatchObject({
      errors: [{ field }],
    });
});

test('row 51: people of another organisation, and ids of nobody, are “not found” alike', async () => {
  const other = await testSchool(site.db, `other${schools}.test`);
  const answers = new Set<string>();
  for (const id of [other.leader.id, other.administrator.id, other.organisation, randomUUID(), 'null', '1 or 1=1', '%']) {
    answers.add(JSON.stringify(await site.withoutTrace(404, () => allow(encodeURIComponent(id), false))));
    answers.add(JSON.stringify(await site.withoutTrace(404, () => change(encodeURIComponent(id), 'X', ['leader']))));
  }
  expect(answers.size).toBe(1);
});

test('row 51: leaders and coaches neither see nor change who may do what', async () => {
  for (const { email } of [school.leader, school.coach]) {
    const browser = await site.signedIn(email);
    for (const url of [path.people, path.peopleCsv]) await site.withoutTrace(403, () => browser.get(url));
    await site.withoutTrace(403, () => browser.post(path.people, { name: 'X', email: at('x'), roles: ['administrator'] }));
    await site.withoutTrace(403, () => change(school.leader.id, 'X', ['administrator'], browser));
    await site.withoutTrace(403, () => allow(school.administrator.id, false, browser));
  }
});

test('row 51: a lost second step is reset for others of the organisation alone, and they are told', async () => {
  const factorOf = (email: string) =>
    site.rows(
      `insert into access.second_factor (address, sealed, since, last_step, tries_since) values ($1, '', platform.clock(), 0, platform.clock())`,
      email,
    );
  const reset = (id: string, browser = administrator) => browser.post(of(path.resetSecondFactor, id));
  const other = await testSchool(site.db, `other${schools}.test`);
  for (const email of [at('ines'), at('priya'), other.coach.email]) await factorOf(email);
  const coach = await site.signedIn(at('ines'));
  expect((await list()).filter(({ secondFactor }) => secondFactor).map(({ name }) => name)).toEqual(['Ines Moreau', 'Priya Nair']);

  expect((await reset(other.coach.id)).status).toBe(404);
  expect((await reset(school.leader.id, coach)).status).toBe(403);
  expect(await reset(school.administrator.id)).toMatchObject({ status: 409, body: { code: 'own_second_step' } });
  const { body } = await reset(school.coach.id);
  expect(
    PeopleView.parse(body)
      .people.filter(({ secondFactor }) => secondFactor)
      .map(({ name }) => name),
  ).toEqual(['Priya Nair']);
  expect((await coach.get(path.me)).status).toBe(401);
  expect(await site.rows('select kind from post.mail where person = $1', school.coach.id)).toEqual([{ kind: 'second_factor_reset' }]);
  expect(await site.rows('select address from access.second_factor where address = $1', other.coach.email)).toHaveLength(1);
});
