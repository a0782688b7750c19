import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { Permit } from '@facet/platform';
import { TestBrowser, testSchool, testSession } from '@facet/testing';
import { AppUnderTest, type Endpoint, endpointsOf } from './app-under-test';

let under: AppUnderTest;
beforeAll(async () => {
  under = await AppUnderTest.open();
});
afterAll(() => under.close());

const inWords = ({ method, path, permissions }: Endpoint): string => `${method} ${path}: ${permissions?.join(', ') ?? 'NOBODY SAID'}`;

test('every endpoint declares who may call it, and the whole list is this', () => {
  expect(under.endpoints().map(inWords).toSorted()).toEqual([
    'GET /api/coaching: administrator',
    'GET /api/connected-account: signed-in',
    'GET /api/demo: anyone',
    'GET /api/launch/draft: leader',
    'GET /api/launch/people: leader',
    'GET /api/launch: leader',
    'GET /api/log: administrator',
    'GET /api/mail-room/letters/:letter/html: administrator',
    'GET /api/mail-room/letters/:letter: administrator',
    'GET /api/mail-room/letters: administrator',
    'GET /api/mail-room: administrator',
    'GET /api/me: signed-in',
    'GET /api/organisations: administrator',
    'GET /api/people.csv: administrator',
    'GET /api/people: administrator',
    'GET /api/rounds/:round/again: leader',
    'GET /api/rounds/:round/approver: coach',
    'GET /api/rounds/:round/decline-reasons: coach',
    'GET /api/rounds/:round/desk: coach',
    'GET /api/rounds/:round/expectations: leader, coach',
    'GET /api/rounds/:round/report.csv: leader, coach',
    'GET /api/rounds/:round/report.pdf: leader, coach',
    'GET /api/rounds/:round/report/views: leader, coach',
    'GET /api/rounds/:round/report: leader, coach',
    'GET /api/rounds/:round/seal: coach',
    'GET /api/rounds/:round/sent: leader, coach',
    'GET /api/rounds/:round: leader, coach, administrator',
    'GET /api/rounds: signed-in',
    'GET /api/sample-report: signed-in',
    'GET /api/second-factor: half-signed-in',
    'GET /api/sessions: signed-in',
    'GET /api/settings: administrator',
    'GET /api/sign-in/single-sign-on: anyone',
    'GET /genuine: anyone',
    'GET /healthz: anyone',
    'GET /mailbox/:mail/html: anyone',
    'GET /mailbox/:mail: anyone',
    'GET /mailbox/letters/:letter/html: anyone',
    'GET /mailbox/letters/:letter: anyone',
    'GET /mailbox/letters: anyone',
    'GET /mailbox/style.css: anyone',
    'GET /mailbox: anyone',
    'GET /readyz: anyone',
    'GET /s/api/held: link',
    'GET /s/api/survey: link',
    'GET /s/stop/:mail: anyone',
    'POST /api/connected-account/connect: signed-in',
    'POST /api/connected-account/disconnect: signed-in',
    'POST /api/launch/draft: leader',
    'POST /api/launch/preview: leader',
    'POST /api/mail-room/letters/:letter/preview: administrator',
    'POST /api/mail-room/letters/:letter/reset: administrator',
    'POST /api/mail-room/letters/:letter: administrator',
    'POST /api/people/:person/access: administrator',
    'POST /api/people/:person/second-factor/reset: administrator',
    'POST /api/people/:person: administrator',
    'POST /api/people/import: administrator',
    'POST /api/people: administrator',
    'POST /api/returned-mail: anyone',
    'POST /api/rounds/:round/address/keep: leader, coach, administrator',
    'POST /api/rounds/:round/address/propose: leader',
    'POST /api/rounds/:round/address: leader, coach, administrator',
    'POST /api/rounds/:round/approver/end: coach',
    'POST /api/rounds/:round/approver: coach',
    'POST /api/rounds/:round/cancel: leader, coach',
    'POST /api/rounds/:round/closing: leader, coach',
    'POST /api/rounds/:round/coach: administrator',
    'POST /api/rounds/:round/colleagues/group: leader, coach, administrator',
    'POST /api/rounds/:round/colleagues/take-out: leader, coach, administrator',
    'POST /api/rounds/:round/colleagues: leader',
    'POST /api/rounds/:round/confirm-colleagues: leader, coach, administrator',
    'POST /api/rounds/:round/desk/notes: coach',
    'POST /api/rounds/:round/desk/release-day: coach',
    'POST /api/rounds/:round/desk/show-again: coach',
    'POST /api/rounds/:round/desk/withhold: coach',
    'POST /api/rounds/:round/expectations: leader',
    'POST /api/rounds/:round/release: coach',
    'POST /api/rounds/:round/remind: leader',
    'POST /api/rounds/:round/seal: coach',
    'POST /api/rounds: leader',
    'POST /api/second-factor/confirm: half-signed-in',
    'POST /api/second-factor/enter: half-signed-in',
    'POST /api/second-factor/new: half-signed-in',
    'POST /api/second-factor/recovery-codes: signed-in',
    'POST /api/second-factor/take-off: signed-in',
    'POST /api/sessions/:session/end: signed-in',
    'POST /api/sessions/end-others: signed-in',
    'POST /api/settings/preview: administrator',
    'POST /api/settings: administrator',
    'POST /api/sign-in/code: anyone',
    'POST /api/sign-in/link: anyone',
    'POST /api/sign-in/single-sign-on/return: anyone',
    'POST /api/sign-in/single-sign-on: anyone',
    'POST /api/sign-in: anyone',
    'POST /api/sign-out: anyone',
    'POST /s/api/decline: link',
    'POST /s/api/lost-link: anyone',
    'POST /s/api/replace-link: link',
    'POST /s/api/send: link',
    'POST /s/api/withdraw: link',
    'POST /s/api/wrong-group: link',
    'POST /s/stop/:mail: anyone',
    'PUT /s/api/answers: link',
  ]);
});

test('an endpoint that declares nothing would be seen in that list', () => {
  @Controller('planted')
  class Planted {
    @Get('said')
    @Permit('coach')
    said(): void {}

    @Get('forgotten')
    forgotten(): void {}
  }
  expect(endpointsOf(Planted).map(inWords)).toEqual(['GET /planted/said: coach', 'GET /planted/forgotten: NOBODY SAID']);
});

test('no address is served past that list, and so past its guard', () => {
  const served = servedRoutes(under.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
  const declared = under.endpoints().map(({ method, path }) => `${method} ${path}`);
  expect(served.filter((route) => !route.startsWith('HEAD ')).toSorted()).toEqual(declared.toSorted());
});

/** The leaves of Fastify's printed tree, each line of which holds a part of an address, four signs further right than its parent. */
function servedRoutes(tree: string): string[] {
  const parts: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^(.*)── (\S+)(?: \(([^)]+)\))?$/.exec(line) ?? [];
    parts.splice(Math.floor(indent.length / 4), Infinity, part);
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${parts.join('')}`);
  });
}

test('whoever is not signed in gets nothing but what is for anyone', async () => {
  const nobody = new TestBrowser(under.app);
  for (const { method, path, permissions } of under.endpoints()) {
    if (permissions?.some((permission) => permission === 'anyone' || permission === 'link')) continue;
    const url = path.replace(':round', randomUUID());
    expect([path, (await (method === 'GET' ? nobody.get(url) : nobody.post(url))).status]).toEqual([path, 401]);
  }
});

test('row 51: whoever owes the second step gets nothing but the way to take it', async () => {
  const school = await testSchool(under.db, 'half.test');
  for (const { email } of [school.coach, school.administrator]) {
    const token = await testSession(under.db, email);
    const half = new TestBrowser(under.app, token);
    expect((await half.get('/api/me')).status).toBe(200);
    await under.db.source.query('update access.session set second_step_at = null where address = $1', [email]);
    const open = new Set<string>();
    for (const { method, path, permissions } of under.endpoints()) {
      if (permissions?.some((permission) => permission === 'anyone' || permission === 'link')) continue;
      const url = path.replace(/:\w+/, randomUUID());
      const { status } = await (method === 'GET' ? half.get(url) : half.post(url));
      if (status !== 401) open.add(`${method} ${path}`);
    }
    expect([...open].toSorted()).toEqual([
      'GET /api/second-factor',
      'POST /api/second-factor/confirm',
      'POST /api/second-factor/enter',
      'POST /api/second-factor/new',
    ]);
  }
});

test('the demo and its mailbox do not exist where mail is real', async () => {
  const nobody = new TestBrowser(under.app);
  for (const url of [
    '/api/demo',
    '/mailbox',
    '/mailbox/style.css',
    '/mailbox/letters',
    '/mailbox/letters/invitation',
    `/mailbox/${randomUUID()}/html`,
  ])
    expect([url, (await nobody.get(url)).status]).toEqual([url, 404]);
});
