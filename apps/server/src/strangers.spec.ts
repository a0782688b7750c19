import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CountedRefusals } from '@facet/accounts';
import { FileVault } from '@facet/answer-links';
import { walkChain } from '@facet/audit-log';
import { type TestBrowser, type TestPerson, testSchool, type TestSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { AppUnderTest } from './app-under-test';

let under: AppUnderTest;
let here: TestSchool;
let there: TestSchool;
let leader: TestBrowser;
let coach: TestBrowser;
/** Rounds that are there, but not theirs. */
let elsewhere: string;
let colleagues: string;

beforeAll(async () => {
  under = await AppUnderTest.open();
  [here, there] = [await testSchool(under.db, 'here.test'), await testSchool(under.db, 'there.test')];
  const vault = new FileVault(under.keysFolder);
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  elsewhere = (await testRound(under.db, there, vault, { raters })).id;
  const others = { leader: await person('Other Leader', 'leader'), coach: await person('Other Coach', 'coach') };
  colleagues = (await testRound(under.db, { ...here, ...others }, vault, { raters })).id;
  [leader, coach] = [await under.signedIn(here.leader.email), await under.signedIn(here.coach.email)];
});
afterAll(() => under.close());

async function person(name: string, role: string): Promise<TestPerson> {
  const added = { id: randomUUID(), name, email: `${name.replace(' ', '.').toLowerCase()}@here.test` };
  await under.db.source.query('insert into people.person (id, organisation, name, email, roles) values ($1, $2, $3, $4, $5)', [
    ...[added.id, here.organisation, added.name, added.email, [role]],
  ]);
  return added;
}

/** Everything but that somebody was seen, and that they asked for what is not theirs. */
const kept = async (): Promise<string> =>
  (await under.db.dump())
    .split(/\n(?=\w+\.\w+$)/m)
    .filter((table) => !table.startsWith('access.') && !table.startsWith('audit.'))
    .join();

const comment = { quality: '1', question: 'seen', writer: 'colleague', position: 0 };
/** Bodies that would be accepted, were the round theirs. */
const bodies: Readonly<Record<string, unknown>> = {
  closing: { date: '2026-12-20', time: '18:00', zone: 'Europe/London' },
  address: { from: 'a@there.test', to: 'b@there.test' },
  propose: { from: 'a@there.test', to: 'b@there.test' },
  keep: { email: 'a@there.test' },
  colleagues: { colleagues: 'Mo <mo@there.test>, peer' },
  'confirm-colleagues': { list: 'abc' },
  approver: { person: '0facade0-0000-4000-8000-000000000001', until: null },
  expectations: { version: null, expected: { qualities: [], reflection: [] }, done: true },
  group: { email: 'a@there.test', group: 'peer' },
  'take-out': { email: 'a@there.test' },
  withhold: { ...comment, reason: 'It names a pupil.' },
  'show-again': comment,
  notes: { version: null, text: 'x' },
  'release-day': { date: '2026-12-20', time: '09:00' },
};

test.each([
  ['a round of another organisation', () => elsewhere],
  ['a round of another leader and another coach', () => colleagues],
  ['a round that never was', () => randomUUID()],
  ['the id of an organisation', () => here.organisation],
  ['undefined', () => 'undefined'],
  ['null', () => 'null'],
  ['a number', () => '1'],
  ['a condition', () => '1 or 1=1'],
  ['a statement', () => `'; drop table people.round; --`],
  ['a NUL', () => '\0'],
  ['a way out', () => '../..'],
  ['a wildcard', () => '%'],
  ['an id and more', () => `${elsewhere} `],
  ['an id in braces', () => `{${elsewhere}}`],
])('row 51: %s is “not found” at every address of a round, and nothing changes', async (_, id) => {
  const before = await kept();
  const addresses = under.endpoints().filter(({ path }) => path.includes(':round'));
  expect(addresses.length).toBeGreaterThan(8);
  for (const { method, path, permissions } of addresses) {
    const url = path.replace(':round', encodeURIComponent(id()));
    for (const [role, browser] of [
      ['leader', leader],
      ['coach', coach],
    ] as const) {
      const { status, body } = await (method === 'GET' ? browser.get(url) : browser.post(url, bodies[path.split('/').at(-1) ?? ''] ?? {}));
      expect([role, path, status]).toEqual([role, path, permissions?.includes(role) ? 404 : 403]);
      expect(JSON.stringify(body)).not.toContain(there.leader.name);
    }
  }
  expect(await kept()).toBe(before);
});

test('row 51: whoever asked for it stands in the log of their own school, with how often, and in no other', async () => {
  await under.app.get(CountedRefusals).write();
  const told = await under.db.source.query<{ organisation: string; actor: string; times: number }[]>(
    `select organisation, actor, (detail ->> 'times')::int as times from audit.entry where kind = 'asked_for_foreign'`,
  );
  expect(new Set(told.map(({ organisation }) => organisation))).toEqual(new Set([here.organisation]));
  for (const { id } of [here.leader, here.coach])
    expect(told.filter(({ actor }) => actor === id).reduce((sum, { times }) => sum + times, 0)).toBeGreaterThan(100);
  expect(await walkChain(under.db.source, here.organisation)).toMatchObject({ fits: true });
});

describe('row 51: somebody else’s id inside a request', () => {
  const launch = (change: object): Promise<{ status: number; body: unknown }> =>
    leader.post('/api/rounds', {
      ...{ id: randomUUID(), framework: here.framework.id, coach: here.coach.id, together: {}, minimum: 3, message: '' },
      colleagues: ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => `${name} <${name}@here.test>, peer`).join('\n'),
      closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' },
      ...change,
    });

  test.each([
    ['a framework of another organisation', () => ({ framework: there.framework.id }), 400],
    ['a coach of another organisation', () => ({ coach: there.coach.id }), 400],
    ['somebody of one’s own who is no coach', () => ({ coach: here.administrator.id }), 400],
    ['oneself as the coach', () => ({ coach: here.leader.id }), 400],
    ['the id of a round of another organisation', () => ({ id: elsewhere }), 400],
    ['the id of a round of another leader', () => ({ id: colleagues }), 400],
  ])('%s launches nothing', async (_, change, status) => {
    const before = await kept();
    const answer = await launch(change());
    expect(answer).toMatchObject({ status });
    expect(JSON.stringify(answer)).not.toContain('there.test');
    expect(await kept()).toBe(before);
  });

  test('and with one’s own it would have been launched', async () => {
    expect((await launch({})).status).toBe(201);
  });
});
