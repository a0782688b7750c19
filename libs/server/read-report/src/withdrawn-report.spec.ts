import { FileVault } from '@facet/answer-links';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { ReleaseDueReports } from './release/release-due-reports';
import { modules, raters, sealedAt, Stage } from './stage.examples';

const site = await TestSite.open(sealedAt, modules);
afterAll(() => site.close());
const NAMED = 'Mary Quillon';
const stage = new Stage(site, async (domain) => {
  const school = await testSchool(site.db, domain);
  const asked = { raters: [...raters, { name: NAMED, group: 'line_manager' as const }] };
  return { school, round: await testRound(site.db, school, new FileVault(site.configuration.keysFolder), asked) };
});
beforeEach(() => stage.begin());

/** As `facet forget` does it. */
async function forgetTheNamed(): Promise<void> {
  const [named] = await site.rows<{ person: string }>(
    `select person from people.invitation where round = $1 and rater_group = 'line_manager'`,
    stage.round.id,
  );
  await site.db.database.as('facet_erase', stage.school.organisation, (tx) =>
    tx.query('select door.forget_person($1, $2)', [named?.person, tx.now]),
  );
}

const forms = [path.report, path.reportCsv, path.reportPdf, path.reportViews] as const;

test.each(['before', 'after'])(
  'a report withdrawn %s its release is refused in every form, to coach and leader, in its own words',
  async (when) => {
    if (when === 'after') await stage.coach.post(stage.path(path.release));
    await forgetTheNamed();
    for (const browser of [stage.coach, stage.leader])
      for (const form of forms) {
        const { status, body } = await browser.get(stage.path(form));
        expect({ form, status, body }).toMatchObject({ form, status: 409, body: { code: 'report_withdrawn' } });
        expect(JSON.stringify(body)).not.toMatch(/quillon|line manager|forgotten|asked to be|\d \d/i);
      }
    for (const form of [path.reportCsv, path.reportPdf])
      for (const person of [stage.school.coach, stage.school.leader])
        expect(await stage.textFor(person, form)).toContain('report_withdrawn');
  },
);

test('nothing is released, chosen, withheld or noted any more beside a withdrawn report, and the clock does nothing', async () => {
  await forgetTheNamed();
  const place = { quality: '1', question: 'seen', writer: 'colleague', position: 0 };
  for (const press of [
    () => stage.coach.get(stage.path(path.desk)),
    () => stage.coach.post(stage.path(path.release)),
    () => stage.coach.post(stage.path(path.releaseDay), { date: '2026-12-14', time: '09:00' }),
    () => stage.coach.post(stage.path(path.withhold), { ...place, reason: 'Too late.' }),
    () => stage.coach.post(stage.path(path.debriefNotes), { version: null, text: 'Mine.' }),
  ])
    expect(await site.withoutTrace(409, press)).toMatchObject({ code: 'report_withdrawn' });
  await stage.at('2027-01-20T09:00:00Z');
  await site.app.get(ReleaseDueReports).run();
  expect(await stage.mails()).toEqual([]);
});

test('to everyone else a withdrawn report is as unknown as any', async () => {
  await forgetTheNamed();
  const [round, school] = [stage.round, stage.school];
  await stage.begin();
  const strangers = [stage.coach, stage.leader];
  [stage.round, stage.school] = [round, school];
  for (const stranger of strangers) for (const form of forms) expect((await stranger.get(stage.path(form))).status).toBe(404);
});
