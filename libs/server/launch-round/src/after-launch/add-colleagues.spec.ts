import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

const add = (...lines: string[]) =>
  stage.leader.post(stage.at(path.colleagues), { colleagues: lines.join('\n').replaceAll('HERE', stage.domain) });
const mo = 'Mo Late <mo@HERE>, peer';
const held = async (): Promise<number> =>
  (await stage.mails()).filter((mail) => mail.kind === 'invitation' && mail.held).reduce((sum, { mails }) => sum + mails, 0);

test('a colleague who is added later is written to when the coach has confirmed them, and not before', async () => {
  await stage.confirm();
  expect(await add(mo)).toMatchObject({ status: 200 });
  expect(await held()).toBe(1);
  expect(await stage.mails()).toContainEqual({ kind: 'check_additions', state: 'pending', held: false, mails: 1 });
  const seen = await stage.view(stage.coach);
  expect(seen.next).toBe('Please check what Ada Okafor has changed on the list: invitations leave when you confirm it.');
  expect(seen.colleagues.filter(({ checked }) => !checked).map(({ name }) => name)).toEqual(['Mo Late']);
  const waiting = () => stage.coach.get(path.rounds);
  expect(await waiting()).toMatchObject({ body: [{ colleaguesConfirmed: false, next: seen.next }] });
  await stage.coach.post(stage.at(path.confirmColleagues), { list: seen.list });
  expect(await waiting()).toMatchObject({ body: [{ colleaguesConfirmed: true }] });
  expect(await held()).toBe(0);
  expect((await stage.view(stage.leader)).colleagues.every(({ checked }) => checked)).toBe(true);
});

test('before the first check a colleague simply joins the list, and the coach is not asked twice', async () => {
  expect(await add(mo)).toMatchObject({ status: 200 });
  expect((await stage.mails()).map(({ kind, held: waits, mails }) => [kind, waits, mails])).toEqual([
    ['check_list', false, 1],
    ['invitation', false, 1],
    ['invitation', true, 5],
  ]);
});

test('the promise of the launch stays as it was, however many are added', async () => {
  const promise = () => site.rows('select promise from people.round where id = $1', stage.round);
  const before = await promise();
  await add(mo, 'Di Late <di@HERE>, peer', 'Ruth Vale <ruth@HERE>, line manager');
  expect(await promise()).toEqual(before);
});

test('what is wrong is named by its line, and then nobody is added', async () => {
  const refused = await site.withoutTrace(400, () =>
    add(
      mo,
      'Sam Hill <SAM@HERE>, peer',
      'Max Day <max@HERE>, direct report',
      'Ada <ada+2@HERE>, peer',
      'Ines <ines+2@HERE>, peer',
      'nobody',
    ),
  );
  expect(refused).toMatchObject({ errors: [2, 3, 4, 5, 6].map((line) => ({ field: 'colleagues', line })) });
});

test('whoever was taken out is not added again', async () => {
  await stage.coach.post(stage.at(path.takeOut), { email: `bo@${stage.domain}` });
  await site.withoutTrace(400, () => add('Bo Hill <bo+again@HERE>, peer'));
});

test('row 51: only the leader adds colleagues, and only while the round takes answers', async () => {
  const colleagues = mo.replace('HERE', stage.domain);
  await site.withoutTrace(403, () => stage.coach.post(stage.at(path.colleagues), { colleagues }));
  await site.rows(`update people.person set roles = array['leader', 'coach'] where id = $1`, stage.school.coach.id);
  await site.withoutTrace(404, () => stage.coach.post(stage.at(path.colleagues), { colleagues }));
  await stage.afterClosing(0);
  expect(await site.withoutTrace(409, () => add(mo))).toMatchObject({ code: 'no_longer_open' });
});
