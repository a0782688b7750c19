import type { OrganisationSettings } from '@facet/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FileVault } from '@facet/answer-links';
import { type TestAnswer, TestBrowser, testSchool, type TestSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { AppUnderTest } from './app-under-test';

const HOSTILE = [
  `Robert'); drop table people.round; --`,
  `' or '1'='1`,
  `\\'; select pg_sleep(10); --`,
  '$1 $$ % _ \\ \\x00 ::uuid',
  '{"$ne":1}',
  `\u202e\u200b${'x'.repeat(300)}`,
  '__proto__',
];

let under: AppUnderTest;
let here: TestSchool;
let round: string;
let link: string;
let nobody: TestBrowser;
let browsers: Readonly<Record<string, TestBrowser>>;
beforeAll(async () => {
  under = await AppUnderTest.open();
  here = await testSchool(under.db, 'here.test');
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  const launched = await testRound(under.db, here, new FileVault(under.keysFolder), { raters });
  [round, link] = [launched.id, launched.token['Sam'] ?? ''];
  nobody = new TestBrowser(under.app);
  const { leader, coach, administrator } = here;
  browsers = {
    leader: await under.signedIn(leader.email),
    coach: await under.signedIn(coach.email),
    administrator: await under.signedIn(administrator.email),
    'signed-in': await under.signedIn(leader.email),
    'half-signed-in': await under.signedIn(leader.email),
  };
});
afterAll(() => under.close());

const settings: OrganisationSettings = {
  ...{ name: 'Hill Street School', domains: 'here.test', senderName: '', zone: 'Europe/London', retentionMonths: '24' },
  ...{ controller: 'Hill Street School', purpose: 'To learn.', contact: 'Pat Lowe', safeguardingContact: 'Jo Park' },
  ...{ mailDays: [1, 2], mailFrom: '08:00', mailUntil: '18:00', closedOn: '' },
};

/** A body for each endpoint that reads one. */
const bodies = (): Readonly<Record<string, object>> => ({
  'POST /api/sign-in': { email: 'ada@here.test' },
  'POST /api/sign-in/code': { code: '123456' },
  'POST /api/sign-in/link': { token: 'AbCdEfGhIjKlMnOpQrStUv' },
  'POST /api/sign-in/single-sign-on': { next: '/launch' },
  'POST /api/sign-in/single-sign-on/return': { state: 'x', code: 'y', iss: 'https://id.test', error: 'access_denied' },
  'POST /api/second-factor/confirm': { code: '123456' },
  'POST /api/second-factor/enter': { code: '123456' },
  'POST /api/second-factor/new': { code: '123456' },
  'POST /api/second-factor/recovery-codes': { code: '123456' },
  'POST /api/second-factor/take-off': { code: '123456' },
  'POST /api/people': { name: 'Pat Lowe', email: 'pat@here.test', roles: ['leader'] },
  'POST /api/people/import': { list: 'name,email,roles\nMo Late,mo@here.test,leader', dryRun: false, despiteErrors: true },
  'POST /api/people/:person': { name: 'Ines Moreau', roles: ['coach'] },
  'POST /api/people/:person/access': { allowed: true },
  'POST /api/settings': { settings, rev: 'x', deletes: 0 },
  'POST /api/settings/preview': { settings },
  'POST /api/mail-room/letters/:letter': wording,
  'POST /api/mail-room/letters/:letter/preview': wording,
  'POST /api/returned-mail': { message: 'From: a@b.test' },
  'POST /api/launch/draft': { version: null, draft: launch() },
  'POST /api/launch/preview': launch(),
  'POST /api/rounds': launch(),
  'POST /api/rounds/:round/closing': launch().closing,
  'POST /api/rounds/:round/expectations': {
    version: null,
    expected: { qualities: [{ code: '1', level: 2, note: 'x' }], reflection: ['x'] },
    done: true,
  },
  'POST /api/rounds/:round/address': { from: 'a@here.test', to: 'b@here.test' },
  'POST /api/rounds/:round/address/propose': { from: 'a@here.test', to: 'b@here.test' },
  'POST /api/rounds/:round/address/keep': { email: 'sam@here.test' },
  'POST /api/rounds/:round/colleagues': { colleagues: 'Mo <mo@here.test>, peer' },
  'POST /api/rounds/:round/colleagues/group': { email: 'sam@here.test', group: 'peer' },
  'POST /api/rounds/:round/colleagues/take-out': { email: 'sam@here.test' },
  'POST /api/rounds/:round/confirm-colleagues': { list: 'abc' },
  'POST /api/rounds/:round/approver': { person: here.administrator.id, until: '2026-12-01' },
  'POST /api/rounds/:round/coach': { coach: here.coach.id },
  'POST /api/rounds/:round/desk/withhold': { ...comment, reason: 'It names a pupil.' },
  'POST /api/rounds/:round/desk/show-again': comment,
  'POST /api/rounds/:round/desk/notes': { version: null, text: 'Begin with listening.' },
  'POST /api/rounds/:round/desk/release-day': { date: '2026-12-20', time: '09:00' },
  'PUT /s/api/answers': { rev: 1, ratings: { '1.1': 4 }, comments: { '1': { seen: 'Listens.', help: 'Decide.' } } },
  'POST /s/api/send': { rev: 1 },
  'POST /s/api/decline': { reason: 'We have hardly met.' },
  'POST /s/api/replace-link': { keep: true },
  'POST /s/api/lost-link': { email: 'sam@here.test' },
});
const comment = { quality: '1', question: 'seen', writer: 'colleague', position: 0 };
const wording = { subject: 'Please', heading: 'Please', text: 'Here is {link}.' };
const launch = () => ({
  ...{ id: randomUUID(), framework: here.framework.id, coach: here.coach.id, together: { peer: 'alone' }, minimum: 3, message: 'Please.' },
  colleagues: 'Sam <sam@here.test>, peer',
  closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' },
});

/** This body once for each text in it and for each name of a field, with the hostile text in its place. */
function spoilt(body: unknown, hostile: string): unknown[] {
  if (typeof body === 'string') return [hostile];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, inner]: [string, unknown]) => [
    ...spoilt(inner, hostile).map((worse) => ({ ...body, [name]: worse })),
    { ...body, [hostile]: inner },
  ]);
}

function ask(endpoint: string, body: unknown, bearer = link): Promise<TestAnswer> {
  const [method, path = ''] = endpoint.split(' ');
  const [permission = ''] = under.endpoints().find((one) => `${one.method} ${one.path}` === endpoint)?.permissions ?? [];
  const browser = browsers[permission] ?? nobody;
  const headers = { authorization: `Bearer ${bearer}` };
  return browser[method === 'PUT' ? 'put' : 'post'](
    path.replace(':round', round).replace(':person', here.coach.id).replace(':letter', 'invitation'),
    body,
    permission === 'link' ? headers : {},
  );
}

const tables = (): Promise<unknown> =>
  under.db.source.query('select count(*)::int as tables from pg_tables where schemaname in ($1, $2, $3, $4)', [
    ...['people', 'answers', 'post', 'access'],
  ]);

test('row 61: every endpoint that reads a body is tried', () => {
  const reading = under.endpoints().filter(({ method }) => method !== 'GET');
  const bodiless = [
    ...['sign-out', 'cancel', 'release', 'remind', 'reset', 'seal', 'withdraw', 'wrong-group', 'stop/:mail'],
    ...['connect', 'disconnect', 'end', 'end-others'],
  ];
  const names = reading.map(({ method, path }) => `${method} ${path}`).filter((name) => !bodiless.some((end) => name.endsWith(`/${end}`)));
  expect(Object.keys(bodies()).toSorted()).toEqual(names.toSorted());
});

test.each(HOSTILE)('rows 20, 23, 61: %s in any field of any body is text or refused, and never our fault', async (hostile) => {
  const before = await tables();
  for (const [endpoint, body] of Object.entries(bodies()))
    for (const worse of spoilt(body, hostile)) {
      expect([endpoint, worse, (await ask(endpoint, worse)).status < 500]).toEqual([endpoint, worse, true]);
    }
  expect(await tables()).toEqual(before);
});

test.each(HOSTILE)('row 61: %s as a token or in an address is never our fault', async (hostile) => {
  const printable = hostile.replaceAll(/[^\x20-\x7e]/g, '');
  expect((await ask('PUT /s/api/answers', { rev: 1 }, printable)).status).toBeLessThan(500);
  for (const url of ['/api/rounds?sort=', '/api/rounds/', '/mailbox/', '/s/', '/'])
    expect((await browsers['coach']?.get(`${url}${encodeURIComponent(hostile)}`))?.status).toBeLessThan(500);
});

test('row 61: what looks like SQL is stored and shown as the text that it is', async () => {
  const there = await testSchool(under.db, 'there.test');
  const leader = await under.signedIn(there.leader.email);
  const names = HOSTILE.slice(0, 4);
  const request = {
    ...{ ...launch(), framework: there.framework.id, coach: there.coach.id, message: HOSTILE.join('\n') },
    colleagues: ['name,email,group', ...names.map((name, at) => `"${name}",c${at}@there.test,peer`)].join('\n'),
  };
  expect(await leader.post('/api/rounds', request)).toMatchObject({ status: 201, body: { id: request.id } });
  const shown = (await leader.get(`/api/rounds/${request.id}`)).body as { colleagues: { name: string }[] };
  expect(shown.colleagues.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  const [stored] = await under.db.source.query<{ message: string }[]>('select message from people.round where id = $1', [request.id]);
  expect(stored?.message).toBe(request.message);
});
