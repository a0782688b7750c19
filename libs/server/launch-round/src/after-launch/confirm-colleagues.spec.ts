import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

test('when the coach confirms the list, exactly the held mails may leave, once however often it is pressed', async () => {
  expect(await stage.mails()).toEqual([
    { kind: 'check_list', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: true, mails: 4 },
  ]);
  const answers = await Promise.all([1, 2, 3].map(() => stage.confirm()));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await stage.mails()).toEqual([
    { kind: 'check_list', state: 'pending', held: false, mails: 1 },
    { kind: 'invitation', state: 'pending', held: false, mails: 5 },
  ]);
  expect((await stage.view(stage.coach)).next).toBe('Colleagues can answer until Wednesday 9 December 2026 at 18:00 (Europe/London).');
  await site.withoutTrace(200, () => stage.coach.post(stage.at(path.confirmColleagues), { list: 'any' }));
});

test('the list of a round that has closed is not confirmed, and no invitation leaves', async () => {
  await stage.afterClosing(0);
  expect(await site.withoutTrace(409, () => stage.coach.post(stage.at(path.confirmColleagues), { list: 'any' }))).toMatchObject({
    code: 'no_longer_open',
  });
});

test('nobody is confirmed unseen: a list that has grown since the coach looked is refused, and the new one is taken', async () => {
  const { list } = await stage.view(stage.coach);
  await stage.leader.post(stage.at(path.colleagues), { colleagues: `Mo Late <mo@${stage.domain}>, peer` });
  const refused = await site.withoutTrace(409, () => stage.coach.post(stage.at(path.confirmColleagues), { list }));
  expect(refused).toMatchObject({ code: 'another_list' });
  const seen = await stage.view(stage.coach);
  expect(seen.colleagues.map(({ name }) => name)).toContain('Mo Late');
  expect((await stage.coach.post(stage.at(path.confirmColleagues), { list: seen.list })).status).toBe(200);
});

test('a press that does not say which list was looked at confirms nobody', async () => {
  const refused = await site.withoutTrace(400, () => stage.coach.post(stage.at(path.confirmColleagues), {}));
  expect(refused).toMatchObject({
    errors: [{ field: 'list', message: 'Say which list you have looked at: “list”, as the round shows it.' }],
  });
});

test('row 51: the leader cannot confirm their own list', async () => {
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.confirmColleagues), { list: 'any' }));
  await site.rows(`update people.person set roles = array['leader', 'coach'] where id = $1`, stage.school.leader.id);
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.confirmColleagues), { list: 'any' }));
});
