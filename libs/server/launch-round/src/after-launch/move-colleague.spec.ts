import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

const move = (name: string, group: string) => stage.coach.post(stage.at(path.group), { email: `${name}@${stage.domain}`, group });
const groupOf = async (name: string) => (await stage.view(stage.coach)).colleagues.find((colleague) => colleague.name === name)?.group;

test('while checking the list, the coach puts a colleague where they belong, and nobody is written to', async () => {
  const before = await stage.mails();
  expect(await move('sam', 'line_manager')).toMatchObject({ status: 200 });
  expect(await groupOf('Sam Hill')).toBe('Line manager');
  expect(await stage.mails()).toEqual(before);
});

test('row 40: once the list is confirmed nobody is moved, and the refusal is the same whoever has answered', async () => {
  await stage.confirm();
  const refusals = [];
  for (const status of ['invited', 'answered', 'declined']) {
    await site.rows('update people.invitation set status = $2 where round = $1', stage.round, status);
    refusals.push(await site.withoutTrace(409, () => move('sam', 'line_manager')));
  }
  expect(refusals[0]).toMatchObject({ code: 'invited_already' });
  expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
});

test('a group that is not part of the promise, the leader’s own view and somebody who is not on the list are refused', async () => {
  expect(await site.withoutTrace(400, () => move('sam', 'other'))).toMatchObject({ errors: [{ field: 'group' }] });
  expect(await site.withoutTrace(400, () => move('sam', 'self'))).toMatchObject({ errors: [{ field: 'group' }] });
  expect(await site.withoutTrace(400, () => move('nobody', 'peer'))).toMatchObject({ errors: [{ field: 'email' }] });
  const own = () => stage.coach.post(stage.at(path.group), { email: stage.school.leader.email, group: 'peer' });
  expect(await site.withoutTrace(409, own)).toMatchObject({ code: 'the_leader' });
});

test('row 51: only the coach moves a colleague', async () => {
  const body = { email: `sam@${stage.domain}`, group: 'line_manager' };
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.group), body));
  await site.rows(`update people.person set roles = array['leader', 'coach'] where id = $1`, stage.school.leader.id);
  await site.withoutTrace(404, () => stage.leader.post(stage.at(path.group), body));
});
