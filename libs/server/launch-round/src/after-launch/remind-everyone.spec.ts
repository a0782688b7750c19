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
  expect(body).toEqual({ ...before, reminders: expect.anything() });
  expect(await asked()).toHaveLength(1);
});

test('the answer is the same whether everybody or nobody has answered', async () => {
  await stage.confirm();
  await later(24);
  const nobody = (await stage.view(stage.leader)).reminders;
  await site.rows(`update people.invitation set status = 'answered' where round = $1`, stage.round);
  expect((await stage.view(stage.leader)).reminders).toEqual(nobody);
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

test('leader and coach read how the round reminds and on which days; the leader also what one more counts for, and why not yet', async () => {
  const schedule = expect.stringMatching(/^Up to 3 reminders for each colleague, at least 3 days apart/);
  expect((await stage.view(stage.coach)).reminders).toEqual({
    schedule,
    ahead: 'They are reckoned from the invitations, which leave when the coach has confirmed the list.',
    ask: null,
  });
  await stage.confirm();
  expect((await stage.view(stage.coach)).reminders).toMatchObject({
    ahead: expect.stringMatching(/is reminded on Tuesday 1 December 2026 at 12:00 \(Europe\/London\) and on /),
    ask: null,
  });
  expect((await stage.view(stage.leader)).reminders?.ask).toEqual({
    may: false,
    words: expect.stringMatching(
      /^The invitations have only just begun to leave. You can have one more sent from Wednesday 25 November 2026 at 12:00/,
    ),
  });
  await later(30);
  expect((await stage.view(stage.leader)).reminders?.ask).toEqual({
    may: true,
    words:
      'It counts as one of the 3 that a colleague gets at most. Whoever was asked at the start and has not answered has had none so far, ' +
      'and gets this one on Thursday 26 November 2026 at 08:00 (Europe/London).',
  });
  await remind();
  await later(31);
  expect((await stage.view(stage.leader)).reminders?.ask).toEqual({
    may: false,
    words: expect.stringMatching(
      /^You had everyone reminded on Wednesday 25 November 2026 at 18:00.*at least 3 days.*from Saturday 28 November/,
    ),
  });
  await later(47);
  expect((await stage.view(stage.leader)).reminders?.ahead).not.toContain('26 November');
  await stage.afterClosing(1);
  expect((await stage.view(stage.leader)).reminders).toBeNull();
});

test('where the invitations rest over a weekend, a day after the confirmation is too early: the wish would come to nothing', async () => {
  await later(80);
  await stage.confirm();
  await later(110);
  expect(await site.withoutTrace(409, () => remind())).toMatchObject({
    detail: expect.stringContaining('from Tuesday 1 December 2026 at 08:00'),
  });
});
