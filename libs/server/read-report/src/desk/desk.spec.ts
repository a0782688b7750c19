import { FileVault } from '@facet/answer-links';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { type DeskView, path, type ReportView } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { modules, raters, sealedAt, Stage } from '../stage.examples';

const site = await TestSite.open(sealedAt, modules);
afterAll(() => site.close());
const stage = new Stage(site, async (domain) => {
  const school = await testSchool(site.db, domain);
  return { school, round: await testRound(site.db, school, new FileVault(site.configuration.keysFolder), { raters }) };
});
beforeEach(() => stage.begin());

const place = { quality: '1', question: 'seen', writer: 'colleague', position: 0 } as const;
const REASON = 'It names a pupil.';
const withhold = (change: object = {}, browser = stage.coach) =>
  browser.post(stage.path(path.withhold), { ...place, reason: REASON, ...change });
const showAgain = (browser = stage.coach) => browser.post(stage.path(path.showAgain), place);
const desk = async (): Promise<DeskView> => (await stage.coach.get(stage.path(path.desk))).body as DeskView;
const report = async (browser = stage.leader): Promise<ReportView> => (await browser.get(stage.path(path.report))).body as ReportView;
const release = () => stage.coach.post(stage.path(path.release));
const firstWords = async (): Promise<string> => (await desk()).comments[0]?.words ?? '';

test('the coach sees every comment by its place, and what they withhold with its reason and day', async () => {
  expect((await desk()).comments).toHaveLength(6);
  expect(await withhold()).toMatchObject({ status: 200 });
  expect((await desk()).comments[0]).toEqual({
    ...{ ...place, who: null, words: expect.stringContaining('comment') as unknown },
    withheld: { reason: REASON, on: '9 December 2026' },
  });
  expect((await desk()).comments.filter(({ withheld }) => withheld !== null)).toHaveLength(1);
});

test('a withheld comment reaches no leader in any form: its words are gone, its reason is nowhere, its number is said', async () => {
  const words = await firstWords();
  await withhold();
  await withhold({ question: 'help', writer: 'line_manager', reason: 'We talk about it.' });
  await release();
  for (const browser of [stage.leader, stage.coach]) {
    const text = JSON.stringify(await report(browser));
    for (const secret of [`"${words}"`, REASON, 'More time.', 'We talk about it.']) expect(text).not.toContain(secret);
    expect((await report(browser)).comments.withheldByCoach).toEqual([
      { quality: '1', question: 'seen', count: 1 },
      { quality: '1', question: 'help', count: 1 },
    ]);
  }
  for (const person of [stage.school.leader, stage.school.coach]) {
    const csv = await stage.textFor(person, path.reportCsv);
    expect(csv).toContain('1.1');
    for (const secret of [words, REASON]) expect(csv).not.toContain(secret);
  }
});

test('before the release the coach may show a comment again; afterwards nobody changes what the leader reads', async () => {
  const untouched = JSON.stringify(await report(stage.coach));
  await withhold();
  await showAgain();
  expect(JSON.stringify(await report(stage.coach))).toBe(untouched);
  await withhold();
  await release();
  for (const change of [() => withhold({ position: 1 }), () => showAgain()])
    expect(await site.withoutTrace(409, change)).toMatchObject({ code: 'already_released' });
});

test('a comment that is not there, or a reason that is none, withholds nothing', async () => {
  expect(await site.withoutTrace(409, () => withhold({ position: 99 }))).toMatchObject({ code: 'no_such_comment' });
  expect(await site.withoutTrace(400, () => withhold({ reason: '  ' }))).toMatchObject({ errors: [{ field: 'reason' }] });
});

test('withholding twice is withholding once, with the first reason', async () => {
  await withhold();
  await withhold({ reason: 'Another.' });
  expect((await desk()).comments[0]?.withheld?.reason).toBe(REASON);
});

test('the desk is the coach’s alone: no leader, no administrator, no colleague of another school finds it', async () => {
  await release();
  for (const browser of [stage.leader, await stage.as(stage.school.administrator)]) {
    expect((await browser.get(stage.path(path.desk))).status).toBe(403);
    expect((await withhold({}, browser)).status).toBe(403);
  }
  const [round, school] = [stage.round, stage.school];
  await stage.begin();
  const stranger = stage.coach;
  [stage.round, stage.school] = [round, school];
  expect((await stranger.get(stage.path(path.desk))).status).toBe(404);
  expect((await stranger.get(stage.path(path.reportViews))).status).toBe(404);
});

const notes = (text: string, version: string | null, browser = stage.coach) =>
  browser.post(stage.path(path.debriefNotes), { text, version });

test('notes on the conversation are kept, and two pages never overwrite each other', async () => {
  const first = (await notes('Begin with 1.1.', null)).body as DeskView;
  expect((await desk()).notes).toEqual(first.notes);
  expect(await notes('Begin with 2.1.', first.notes.version)).toMatchObject({ status: 200 });
  expect(await site.withoutTrace(409, () => notes('Begin with 1.2.', first.notes.version))).toMatchObject({
    code: 'notes_changed_elsewhere',
  });
  expect(await notes('Begin with 2.1.', first.notes.version)).toMatchObject({ status: 200 }); // the first answer was lost
});

test('notes are their coach’s alone: whoever takes the round over finds none, and writes their own', async () => {
  await notes('Mine.', null);
  const other = stage.school.leader;
  const [next] = await site.rows<{ id: string; email: string }>(
    `insert into people.person (id, organisation, name, email, roles)
      values (gen_random_uuid(), $1, 'Cleo', 'cleo@' || $2, '{coach}') returning id, email`,
    stage.school.organisation,
    other.email.split('@')[1],
  );
  await site.rows('update people.round set coach = $2 where id = $1', stage.round.id, next?.id);
  const cleo = await stage.as({ email: next?.email ?? '' });
  expect(((await cleo.get(stage.path(path.desk))).body as DeskView).notes).toEqual({ text: '', version: null });
  expect(await notes('Hers.', null, cleo)).toMatchObject({ status: 200 });
});

test('who has looked, as what, when and in which form is kept to the minute, and the leader reads it', async () => {
  await report(stage.coach);
  await report(stage.coach);
  await stage.textFor(stage.school.coach, path.reportCsv);
  await release();
  await stage.at('2026-12-10T08:00:31Z');
  await report();
  const views = await stage.leader.get(stage.path(path.reportViews));
  expect(views.body).toEqual([
    { who: 'Ada Okafor', as: 'leader', what: 'page', at: 'Thursday 10 December 2026 at 08:00 (Europe/London)' },
    { who: 'Ines Moreau', as: 'coach', what: 'csv', at: 'Wednesday 9 December 2026 at 18:15 (Europe/London)' },
    { who: 'Ines Moreau', as: 'coach', what: 'page', at: 'Wednesday 9 December 2026 at 18:15 (Europe/London)' },
  ]);
});

test('without a view of their own the leader first writes what they expect, and then the report opens', async () => {
  const unseen = <One extends { self: number | null }>(one: One): One => ({ ...one, self: null, gap: null, verdict: null });
  await stage.begin((snapshot) => ({
    ...snapshot,
    qualities: snapshot.qualities.map((quality) => ({
      ...unseen(quality),
      classification: null,
      behaviours: quality.behaviours.map(unseen),
    })),
  }));
  await release();
  for (const address of [path.report, path.reportCsv])
    expect(await stage.leader.get(stage.path(address))).toMatchObject({ status: 409, body: { code: 'expectation_first' } });
  expect((await stage.coach.get(stage.path(path.report))).status).toBe(200);
  await site.rows(
    `insert into people.expectation (round, organisation, version, content, saved_at, written_at)
      values ($1, $2, gen_random_uuid(), '{}', $3, $3)`,
    ...[stage.round.id, stage.school.organisation, sealedAt],
  );
  expect((await stage.leader.get(stage.path(path.report))).status).toBe(200);
});
