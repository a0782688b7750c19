import { FileVault } from '@facet/answer-links';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { type DeskView, path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { modules, raters, sealedAt, Stage } from '../stage.examples';
import { ReleaseDueReports } from './release-due-reports';

const site = await TestSite.open(sealedAt, modules);
afterAll(() => site.close());
const stage = new Stage(site, async (domain) => {
  const school = await testSchool(site.db, domain);
  return { school, round: await testRound(site.db, school, new FileVault(site.configuration.keysFolder), { raters }) };
});
beforeEach(() => stage.begin());

const duty = (): Promise<void> => site.app.get(ReleaseDueReports).run();
/** The clock at this time, and its duty done, twice: what is owed is done once. */
async function tick(time: string): Promise<void> {
  await stage.at(time);
  await duty();
  await duty();
}
const isReleased = async (): Promise<boolean> => (await stage.leader.get(stage.path(path.report))).status === 200;
const kinds = async (): Promise<string[]> => (await stage.mails()).map(({ kind }) => kind);
const chooseDay = (date: string, time = '09:00') => stage.coach.post(stage.path(path.releaseDay), { date, time });

test('a coach who says nothing is reminded, warned, and then the report is released by itself, each once', async () => {
  await tick('2026-12-16T18:14:59Z');
  expect(await kinds()).toEqual([]);
  await tick('2026-12-16T18:15:00Z');
  expect(await stage.mails()).toEqual([{ kind: 'report_waiting', person: stage.school.coach.id }]);
  await tick('2026-12-27T18:14:59Z');
  expect(await kinds()).toEqual(['report_waiting']);
  await tick('2026-12-27T18:15:00Z');
  expect(await kinds()).toEqual(['report_waiting', 'report_waiting']);
  await tick('2026-12-30T18:14:59Z');
  expect(await isReleased()).toBe(false);
  await tick('2026-12-30T18:15:00Z');
  expect(await kinds()).toEqual(['report_waiting', 'report_waiting', 'report_released_itself']);
  expect((await stage.mails()).at(-1)?.person).toBe(stage.school.leader.id);
  expect((await stage.leader.get(stage.path(path.report))).body).toMatchObject({ releasedByItself: true, releasedOn: '30 December 2026' });
});

test('where nothing ran for weeks, nothing is released that was not announced: the coach is warned and has three days', async () => {
  await tick('2026-12-16T18:15:00Z');
  await tick('2027-01-20T09:00:00Z');
  expect(await isReleased()).toBe(false);
  expect(await kinds()).toEqual(['report_waiting', 'report_waiting']);
  await tick('2027-01-23T09:00:00Z');
  expect(await isReleased()).toBe(true);
});

test('the coach chooses the day of the conversation: released then, in the organisation’s hours, and not before', async () => {
  const chosen = (await chooseDay('2026-12-14')).body as DeskView;
  expect(chosen.release).toMatchObject({ on: 'Monday 14 December 2026 at 09:00 (Europe/London)', chosen: true });
  await tick('2026-12-14T08:59:59Z');
  expect(await isReleased()).toBe(false);
  await tick('2026-12-14T09:00:00Z');
  expect(await kinds()).toEqual(['report_released']);
  expect((await stage.leader.get(stage.path(path.report))).body).toMatchObject({ releasedByItself: false });
});

test('a press releases at once, whatever day was chosen, and the clock does nothing more', async () => {
  await chooseDay('2026-12-14');
  await stage.coach.post(stage.path(path.release));
  await tick('2026-12-20T09:00:00Z');
  expect(await kinds()).toEqual(['report_released']);
});

test.each([
  ['a day that has passed', '2026-12-08', '09:00'],
  ['a day more than eight weeks later', '2027-02-10', '09:00'],
  ['no day at all', '2026-02-30', '09:00'],
])('%s is refused at the field, and nothing changes', async (_, date, time) => {
  expect(await site.withoutTrace(400, () => chooseDay(date, time))).toMatchObject({ errors: [{ field: 'date' }] });
});
