import { randomUUID } from 'node:crypto';
import { ApproverView, ListView, of, path, RoundSummary } from '@facet/contract';
import { type TestBrowser, testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
let jo: string;
let approver: TestBrowser;
beforeEach(async () => {
  await stage.begin();
  jo = await person(`jo@${stage.domain}`);
  approver = await site.signedIn(`jo@${stage.domain}`);
});
afterAll(() => site.close());

async function person(email: string, roles: readonly string[] = ['leader']): Promise<string> {
  const id = randomUUID();
  await site.rows(
    `insert into people.person (id, organisation, name, email, roles) values ($1, $2, 'Jo Lind', $3, $4)`,
    ...[id, stage.school.organisation, email, roles],
  );
  return id;
}
const name = (who: string, until: string | null = null) => stage.coach.post(stage.at(path.approver), { person: who, until });
const named = async () => ApproverView.parse((await stage.coach.get(stage.at(path.approver))).body).approver;
const list = async () => ListView.parse((await approver.get(stage.at(path.round))).body);
const isIn = async () => (await approver.get(stage.at(path.round))).status === 200;
const waiting = async () => RoundSummary.array().parse((await approver.get(path.rounds)).body);
const letters = () =>
  site.rows<{ kind: string }>(`select kind from post.mail where about = $1 and person = $2 order by kind`, stage.round, jo);

test('a coach names somebody who checks the list in their stead, and is written to; before that they see nothing', async () => {
  await site.withoutTrace(404, () => approver.get(stage.at(path.round)));
  expect(await waiting()).toEqual([]);
  const answer = await name(jo);
  expect(answer).toMatchObject({ status: 200, body: { approver: { name: 'Jo Lind' } } });
  expect(await letters()).toEqual([{ kind: 'check_list' }]);
  expect(await waiting()).toMatchObject([{ as: 'approver', leader: { name: 'Ada Okafor' } }]);
  const seen = await list();
  expect(seen.colleagues.map(({ email }) => email)).toContain(`sam@${stage.domain}`);
  expect(seen.colleagues.some(({ marks }) => marks.length > 0)).toBe(true);
  const confirmed = await approver.post(stage.at(path.confirmColleagues), { list: seen.list });
  expect(ListView.parse(confirmed.body)).toMatchObject({ colleagues: [], colleaguesConfirmed: true });
  expect(await stage.mails()).toContainEqual({ kind: 'invitation', state: 'pending', held: false, mails: 5 });
  expect(await waiting()).toEqual([]);
  const told = await site.rows('select kind, actor from audit.entry where round = $1 order by number desc limit 2', stage.round);
  expect(told).toEqual([
    { kind: 'list_confirmed', actor: jo },
    { kind: 'approver_named', actor: stage.school.coach.id },
  ]);
});

test('coach and approver may press at the same time: the invitations leave once', async () => {
  await name(jo);
  const seen = await list();
  const both = [stage.coach, approver].flatMap((browser) => [browser, browser]);
  const answers = await Promise.all(both.map((browser) => browser.post(stage.at(path.confirmColleagues), { list: seen.list })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await stage.mails()).toContainEqual({ kind: 'invitation', state: 'pending', held: false, mails: 5 });
  expect(await site.rows(`select from audit.entry where round = $1 and kind = 'list_confirmed'`, stage.round)).toHaveLength(1);
});

test('the list is all that they see: every other address of the round is not found, and its page has no figure', async () => {
  await name(jo);
  await stage.confirm();
  await stage.leader.post(stage.at(path.colleagues), { colleagues: `Mo Late <mo@${stage.domain}>, peer` });
  const { colleagues } = await list();
  expect(colleagues.map(({ name: who }) => who)).toEqual(['Mo Late']);
  const closing = { date: '2026-12-20', time: '18:00', zone: 'Europe/London' };
  for (const hidden of [path.sent, path.expectations]) await site.withoutTrace(404, () => approver.get(stage.at(hidden)));
  for (const [hidden, body] of [
    [path.closing, closing],
    [path.cancel, {}],
    [path.remind, {}],
    [path.colleagues, { colleagues: `Ty <ty@${stage.domain}>, peer` }],
    [path.proposeAddress, { from: `sam@${stage.domain}`, to: `sam.hill@${stage.domain}` }],
  ] as const)
    await site.withoutTrace(404, () => approver.post(stage.at(hidden), body));
  expect(JSON.stringify(await list())).not.toMatch(/enough|progress|reminders|closes/);
});

test('they correct, move and take out whoever waits for the check, and nobody whom the coach has confirmed', async () => {
  await name(jo);
  const email = `sam@${stage.domain}`;
  expect((await approver.post(stage.at(path.takeOut), { email: `bo@${stage.domain}` })).status).toBe(200);
  expect((await approver.post(stage.at(path.group), { email, group: 'line_manager' })).status).toBe(200);
  expect((await approver.post(stage.at(path.address), { from: email, to: `sam.hill@${stage.domain}` })).status).toBe(200);
  expect(
    await site.withoutTrace(400, () => approver.post(stage.at(path.address), { from: `kim@${stage.domain}`, to: `jo+x@${stage.domain}` })),
  ).toMatchObject({ errors: [{ field: 'to' }] });
  await stage.confirm();
  for (const [at, body] of [
    [path.takeOut, { email: `kim@${stage.domain}` }],
    [path.keepAddress, { email: `kim@${stage.domain}` }],
    [path.group, { email: `kim@${stage.domain}`, group: 'line_manager' }],
  ] as const)
    await site.withoutTrace(400, () => approver.post(stage.at(at), body));
});

test('they let an address stand, or another one that the leader asks for, and then its link', async () => {
  const email = `sam@${stage.domain}`;
  await stage.confirm();
  await name(jo);
  await site.rows(`update post.mail set state = 'rejected' where person = (select id from people.person where email = $1)`, email);
  const propose = () => stage.leader.post(stage.at(path.proposeAddress), { from: email, to: `sam.hill@${stage.domain}` });
  await propose();
  expect((await list()).colleagues).toMatchObject([{ email, checked: true, proposed: `sam.hill@${stage.domain}` }]);
  expect((await approver.post(stage.at(path.keepAddress), { email })).body).toMatchObject({ as: 'approver', colleagues: [] });
  await propose();
  expect((await approver.post(stage.at(path.confirmColleagues), { list: (await list()).list })).status).toBe(200);
  expect((await stage.view(stage.coach)).colleagues.map((one) => one.email)).toContain(`sam.hill@${stage.domain}`);
});

test('it ends at its minute, and with the round’s closing', async () => {
  expect((await name(jo, '2026-11-24')).status).toBe(200);
  expect((await named())?.until).toBe('Tuesday 24 November 2026 at 23:59 (Europe/London)');
  for (const [now, lasts] of [
    ['2026-11-24T23:58:59Z', true],
    ['2026-11-24T23:59:00Z', false],
  ] as const) {
    await site.db.setClock(now);
    approver = await site.signedIn(`jo@${stage.domain}`);
    expect([now, await isIn()]).toEqual([now, lasts]);
  }
  expect(await waiting()).toEqual([]);
  await stage.afterClosing(-1);
  expect((await name(jo)).status).toBe(200);
  await stage.afterClosing(0);
  approver = await site.signedIn(`jo@${stage.domain}`);
  expect(await isIn()).toBe(false);
  await site.withoutTrace(404, () => approver.post(stage.at(path.confirmColleagues), { list: 'any' }));
});

test('it ends when the coach takes it back, when the round gets another coach, and when access or roles end', async () => {
  await name(jo);
  expect((await stage.coach.post(stage.at(path.endApprover))).body).toMatchObject({ approver: null });
  expect(await isIn()).toBe(false);
  await site.withoutTrace(200, () => stage.coach.post(stage.at(path.endApprover)));

  await name(jo);
  await site.rows('update people.person set disabled_at = platform.clock() where id = $1', jo);
  expect([(await approver.get(stage.at(path.round))).status, await named()]).toEqual([401, null]);
  await site.rows('update people.person set disabled_at = null where id = $1', jo);

  const cleo = await person(`cleo@${stage.domain}`, ['coach']);
  const administrator = await site.signedIn(stage.school.administrator.email);
  approver = await site.signedIn(`jo@${stage.domain}`);
  expect(await isIn()).toBe(true);
  expect((await administrator.post(stage.at(path.coach), { coach: cleo })).status).toBe(200);
  expect(await isIn()).toBe(false);
});

test('nobody checks a list on which they stand: it ends when the leader asks them later, under another spelling too', async () => {
  await name(jo);
  const { body } = await stage.leader.post(stage.at(path.colleagues), { colleagues: `Jo <jo+school@${stage.domain}>, peer` });
  expect(JSON.stringify(body)).toContain('jo+school');
  expect([await isIn(), await named(), await waiting()]).toEqual([false, null, []]);
});

test('the leader, the coach, whoever is or was asked, whoever cannot sign in and whoever is of another school are not named', async () => {
  await stage.coach.post(stage.at(path.takeOut), { email: `bo@${stage.domain}` });
  await site.rows(`update people.person set roles = '{leader}' where email in ($1, $2)`, `sam@${stage.domain}`, `bo@${stage.domain}`);
  const asked = await site.rows<{ id: string }>(
    'select id from people.person where email in ($1, $2)',
    `sam@${stage.domain}`,
    `bo@${stage.domain}`,
  );
  const other = await testSchool(site.db, `other-${stage.domain}`);
  const refused = [
    ...[stage.school.leader.id, stage.school.coach.id, other.leader.id, randomUUID()],
    ...[await person(`ada+office@${stage.domain}`), await person(`pat@${stage.domain}`, [])],
    ...asked.map(({ id }) => id),
  ];
  for (const one of refused) expect(await site.withoutTrace(400, () => name(one))).toMatchObject({ errors: [{ field: 'person' }] });
  const offered = ApproverView.parse((await stage.coach.get(stage.at(path.approver))).body).people.map(({ id }) => id);
  expect(offered).toEqual(expect.arrayContaining([jo, stage.school.administrator.id]));
  for (const one of refused) expect(offered).not.toContain(one);
  for (const day of ['2026-11-23', '2026-02-30']) await site.withoutTrace(400, () => name(jo, day));
  await stage.afterClosing(0);
  await site.withoutTrace(409, () => name(jo));
});

test('row 51: only the coach of the round says who checks its list', async () => {
  const administrator = await site.signedIn(stage.school.administrator.email);
  for (const browser of [stage.leader, administrator]) {
    await site.withoutTrace(403, () => browser.get(stage.at(path.approver)));
    await site.withoutTrace(403, () => browser.post(stage.at(path.approver), { person: jo, until: null }));
    await site.withoutTrace(403, () => browser.post(stage.at(path.endApprover)));
  }
  await person(`cleo@${stage.domain}`, ['coach']);
  const cleo = await site.signedIn(`cleo@${stage.domain}`);
  await site.withoutTrace(404, () => cleo.post(stage.at(path.approver), { person: jo, until: null }));
  await site.withoutTrace(404, () => stage.coach.get(of(path.approver, randomUUID())));
});

test('what the leader changes later is told to the coach and to whoever checks in their stead', async () => {
  await stage.confirm();
  await name(jo);
  expect(await letters()).toEqual([]);
  await stage.leader.post(stage.at(path.colleagues), { colleagues: `Mo Late <mo@${stage.domain}>, peer` });
  expect(await letters()).toEqual([{ kind: 'check_additions' }]);
  expect(await stage.mails()).toContainEqual({ kind: 'check_additions', state: 'pending', held: false, mails: 2 });
});
