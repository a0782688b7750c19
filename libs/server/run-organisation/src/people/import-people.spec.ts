import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { path, PeopleImported } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { RunOrganisationModule } from '../run-organisation.module';

const site = await TestSite.open('2026-11-24T12:00:00Z', [
  ...[AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, RunOrganisationModule],
]);
let schools = 0;
let administrator: TestBrowser;
let own: string;
beforeEach(async () => {
  const school = await testSchool(site.db, `school${++schools}.test`);
  own = school.administrator.email;
  administrator = await site.signedIn(own);
});
afterAll(() => site.close());

const bring = async (list: string, how: { dryRun?: boolean; despiteErrors?: boolean } = {}) => {
  const { body } = await administrator.post(path.importPeople, { list, dryRun: false, despiteErrors: false, ...how });
  return PeopleImported.parse(body);
};
const staff = () => site.rows(`select name, email, roles from people.person where email like $1 order by email`, `%@school${schools}.test`);
/** Not JSON, so not what a TestBrowser reads. */
const csv = async (): Promise<string> => {
  const session = await site.sessionOf(own);
  return (await site.app.inject({ url: path.peopleCsv, cookies: { '__Host-sid': session } })).body;
};

const people = (): string =>
  `name,email,roles\nSam Hill,sam@school${schools}.test,leader\n"Brook, Jo",jo@school${schools}.test,leader; coach\nAda Okafor,ADA@school${schools}.test,leader and coach\n`;

test('a dry run says line by line what would happen, and changes nothing', async () => {
  const before = await staff();
  const said = await bring(people(), { dryRun: true });
  expect(said).toMatchObject({
    ...{ written: false, errors: [] },
    lines: [
      { line: 2, name: 'Sam Hill', roles: ['leader'], does: 'add' },
      { line: 3, name: 'Brook, Jo', roles: ['leader', 'coach'], does: 'add' },
      { line: 4, name: 'Ada Okafor', roles: ['leader', 'coach'], does: 'change' },
    ],
  });
  expect(await staff()).toEqual(before);
});

test('row 5: the same list again changes nothing', async () => {
  expect((await bring(people())).written).toBe(true);
  const after = await staff();
  expect((await bring(people())).lines.map(({ does }) => does)).toEqual(['nothing', 'nothing', 'nothing']);
  expect(await staff()).toEqual(after);
});

test('row 6: one wrong line keeps all out, unless the right ones are asked for', async () => {
  const before = await staff();
  const list = `${people()}Kim Vale,kim,head of year\n`;
  const said = await bring(list);
  expect(said).toMatchObject({ written: false, errors: [{ line: 5 }, { line: 5 }, { line: 5 }, { line: 5 }] });
  expect(said.errors.map(({ message }) => message.split(':')[0])).toEqual(['email', 'roles', 'roles', 'roles']);
  expect(await staff()).toEqual(before);
  expect(await bring(list, { despiteErrors: true })).toMatchObject({ written: true, errors: said.errors });
  expect(await staff()).toHaveLength(before.length + 2);
});

test('row 59: a list does not take the administrator’s role from whoever brings it', async () => {
  expect(await bring(`name,email,roles\nMe,${own},leader\n`)).toMatchObject({ written: false, errors: [{ line: 2 }] });
});

test('row 8: a name that looks like a formula is kept as it is, exported with an apostrophe, and comes back without', async () => {
  const names = ['=HYPERLINK("http://evil.test")', '+1', '-1', '@SUM(A1)'];
  const rows = names.map((name, at) => `"${name.replaceAll('"', '""')}",p${at}@school${schools}.test,leader`);
  await bring(['name,email,roles', ...rows].join('\n'));
  const exported = await csv();
  for (const name of names) expect(exported).toContain(`'${name.replaceAll('"', '""')}`);
  expect(exported.split('\r\n').every((line) => !/^"?[=+\-@]|,"?[=+\-@]/.test(line))).toBe(true);
  const again = await bring(exported);
  expect(again.errors).toEqual([]);
  expect(new Set(again.lines.map(({ does }) => does))).toEqual(new Set(['nothing']));
});

test('row 4: a list beyond what is read is refused whole', async () => {
  const rows = Array.from({ length: 2_001 }, (_, at) => `P,p${at}@school${schools}.test,leader`).join('\n');
  expect(await bring(`name,email,roles\n${rows}`)).toMatchObject({ lines: [], written: false, errors: [{ line: 2_002 }] });
  const far = await administrator.post(path.importPeople, { list: 'x'.repeat(1_000_001), dryRun: true, despiteErrors: false });
  expect(far.status).toBe(413);
});
