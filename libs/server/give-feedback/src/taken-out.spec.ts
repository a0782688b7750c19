import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { AnswerLinksModule, FileVault, tokenHash } from '@facet/answer-links';
import { path, SurveyView } from '@facet/contract';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestAnswer, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { GiveFeedbackModule } from './give-feedback.module';

const site = await TestSite.open('2026-11-25T09:00:00Z', [AnswerLinksModule, EnvelopesModule, StoreRoundsModule, GiveFeedbackModule]);
afterAll(() => site.close());

let school: TestSchool;
let round: TestRound;
let schools = 0;
beforeEach(async () => {
  school = await testSchool(site.db, `school${++schools}.test`);
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  round = await testRound(site.db, school, new FileVault(site.configuration.keysFolder), { raters });
});

const bearer = (name: string) => ({ authorization: `Bearer ${round.token[name] ?? ''}` });
const save = (rev: number): Promise<TestAnswer> => site.signedOut().put(path.answers, { rev, ratings: { '1.1': 4 } }, bearer('Sam'));
const invitationOf = async (name: string): Promise<string> => {
  const hash = tokenHash(round.token[name] ?? '');
  const [row] = await site.rows<{ id: string }>('select id from people.invitation where token_hash = $1', hash);
  return row?.id ?? '';
};
const envelopes = () => site.rows('select invitation from answers.envelope where round = $1', round.id);

/** Does this to the invitation while a request of its owner waits, and lets the request go on only afterwards. */
async function meanwhile(statements: readonly string[], request: () => Promise<TestAnswer>): Promise<TestAnswer> {
  const invitation = await invitationOf('Sam');
  let answer: Promise<TestAnswer> | undefined;
  await site.db.database.as('facet_people', school.organisation, async (tx) => {
    for (const statement of statements) await tx.query(statement, [invitation]);
    answer = request();
    await waiting(1);
  });
  if (!answer) throw new Error('the request was made inside the transaction');
  return answer;
}

/** Until so many requests wait for a lock of the rounds. */
async function waiting(requests: number): Promise<void> {
  const [row] = await site.rows<{ now: number }>(
    `select count(*)::int as now from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
  );
  if ((row?.now ?? 0) < requests) await waiting(requests);
}

test('the link of a colleague who was taken out opens nothing', async () => {
  await save(1);
  const sam = await invitationOf('Sam');
  await site.db.database.as('facet_people', school.organisation, (tx) => tx.query('select door.take_out($1)', [sam]));
  expect((await site.signedOut().get(path.survey, bearer('Sam'))).status).toBe(404);
  expect((await save(2)).status).toBe(404);
  expect(await envelopes()).toEqual([]);
});

test('an answer that is on its way while its colleague is taken out leaves nothing behind', async () => {
  await save(1);
  expect((await meanwhile(['select door.take_out($1)'], () => save(2))).status).toBe(404);
  expect(await envelopes()).toEqual([]);
});

test('row 17: an answer that is on its way while the link is replaced is not the next colleague’s draft', async () => {
  await save(1);
  const replace = [
    'select door.start_afresh($1)',
    'update people.invitation set token_hash = sha256(id::text::bytea), version = 2 where id = $1',
  ];
  expect((await meanwhile(replace, () => save(2))).status).toBe(404);
  expect(await envelopes()).toEqual([]);
});

test('colleagues are told how many are in their group, without those whom the coach has not confirmed or has taken out', async () => {
  const told = async () => SurveyView.parse((await site.signedOut().get(path.survey, bearer('Sam'))).body).welcome.points[0]?.text;
  expect(await told()).toContain('one of 4 colleagues');
  await site.rows('update people.invitation set taken_out = true where id = $1', await invitationOf('Jo'));
  expect(await told()).toContain('one of 3 colleagues');
  await site.rows(
    `insert into people.invitation (id, organisation, round, person, rater_group, token_hash)
      values (gen_random_uuid(), $1, $2, $3, 'peer', sha256('new'))`,
    ...[school.organisation, round.id, school.administrator.id],
  );
  expect(await told()).toContain('one of 3 colleagues');
});
