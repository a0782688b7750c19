import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { sampleClosing } from '../launch/sample-request';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

test('a cancelled round tells leader and coach, and colleagues only if their invitations had left', async () => {
  expect(await stage.leader.post(stage.at(path.cancel))).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect((await stage.mails()).find(({ kind }) => kind === 'round_cancelled')).toMatchObject({ mails: 2 });
  expect((await stage.mails()).filter(({ held }) => held)).toEqual([]);

  await stage.launch();
  await stage.confirm();
  await site.rows(`update post.mail set state = 'sent', attempt = 1 where kind = 'invitation' and state = 'pending'`);
  await stage.coach.post(stage.at(path.cancel));
  expect((await stage.mails()).find(({ kind }) => kind === 'round_cancelled')).toMatchObject({ mails: 6 });
  await site.withoutTrace(200, () => stage.coach.post(stage.at(path.cancel)));
});

test('after cancelling, nothing of the round can be changed, and a new one can be launched', async () => {
  await stage.leader.post(stage.at(path.cancel));
  expect(await site.withoutTrace(409, () => stage.leader.post(stage.at(path.closing), sampleClosing))).toMatchObject({ code: 'over' });
  await site.withoutTrace(409, () => stage.coach.post(stage.at(path.confirmColleagues), { list: 'any' }));
  await stage.launch();
});

test('a sealed round is neither cancelled nor opened again', async () => {
  await site.rows('update people.round set sealed_at = $2 where id = $1', stage.round, '2026-12-09T19:00:00Z');
  await stage.afterClosing(2);
  expect(await site.withoutTrace(409, () => stage.coach.post(stage.at(path.cancel)))).toMatchObject({ code: 'report_is_made' });
  expect(
    await site.withoutTrace(409, () => stage.coach.post(stage.at(path.closing), { ...sampleClosing, date: '2026-12-24' })),
  ).toMatchObject({
    code: 'over',
  });
});
