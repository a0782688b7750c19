import { path, RoundSummary } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { launchedAt, modules, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());
afterAll(() => site.close());

const ask = (closing: string) =>
  site.rows(
    `insert into post.mail (id, organisation, person, kind, dedupe_key, about, not_before, give_up_at)
      values (gen_random_uuid(), $1, $2, 'closing_choice', 'closing_choice:' || $3::text || ':' || $4::text, $3::uuid, $4::timestamptz, 'infinity')`,
    ...[stage.school.organisation, stage.school.coach.id, stage.round, closing],
  );
const said = async () => {
  const rounds = RoundSummary.array().parse((await stage.coach.get(path.rounds)).body);
  return [(await stage.view(stage.coach)).next, rounds.find(({ id }) => id === stage.round)?.next];
};

test('a closed round whose coach was asked says on both pages that the choice is due; one asked before an extension does not', async () => {
  await stage.afterClosing(1);
  const made = 'Answers are no longer taken. The report is made next.';
  expect(await said()).toEqual([made, made]);
  await ask('2026-12-02T18:00:00.000Z');
  expect(await said()).toEqual([made, made]);
  await ask('2026-12-09T18:00:00.000Z');
  const due: unknown = expect.stringContaining('Your choice about the report is due.');
  expect(await said()).toEqual([due, due]);
});
