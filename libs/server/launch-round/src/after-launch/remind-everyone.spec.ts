import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());

const remind = (browser = stage.leader) => browser.post(stage.at(path.remind));
const later = async (hours: number): Promise<void> => {
  await site.db.setClock(new Date(Date.parse(launchedAt) + hours * 3_600_000));
  await site.rows(`update access.session set began_at = platform.clock(), seen_at = platform.clock()`);
};
const asked = (): Promise<unknown[]> => site.rows('select at from post.asked_reminder where round = $1', stage.round);

test('the leader has everyone reminded who has not answered, and is told nothing about how many they are', async () => {
  await stage.confirm();
  await later(24);
  const before = await stage.view(stage.leader);
  const { status, body } = await remind();
  expect(status).toBe(200);
  expect(body).toEqual(before);
  expect(await asked()).toHaveLength(1);
});

test('the answer is the same whether everybody or nobody has answered', async () => {
  await stage.confirm();
  await later(24);
  await site.rows(`update people.invitation set status = 'answered' where round = $1`, stage.round);
  expect((await remind()).status).toBe(200);
  expect(await asked()).toHaveLength(1);
});

test('whoever asks too early, or twice, reads from when on it may be asked, and nothing is asked', async () => {
  await stage.confirm();
  await later(23);
  expect(await site.withoutTrace(409, () => remind())).toMatchObject({
    code: 'too_early_to_remind',
    detail: expect.stringContaining('from Wednesday 25 November 2026 at 12:00 (Europe/London) on'),
  });
  await later(24);
  expect((await remind()).status).toBe(200);
  await later(95);
  expect(await site.withoutTrace(409, () => remind())).toMatchObject({
    detail: expect.stringContaining('from Saturday 28 November 2026 at 12:00'),
  });
  await later(96);
  expect((await remind()).status).toBe(200);
});

test('before the list is confirmed, after the closing, and for anybody but the leader it is refused', async () => {
  await later(30);
  expect(await site.withoutTrace(409, () => remind())).toMatchObject({ code: 'nobody_invited' });
  await stage.confirm();
  expect((await remind(stage.coach)).status).toBe(403);
  await stage.afterClosing(1);
  expect(await site.withoutTrace(409, () => remind())).toMatchObject({ code: 'no_longer_open' });
});
