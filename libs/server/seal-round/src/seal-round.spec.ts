import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault, RoundSecret } from '@facet/answer-links';
import type { Snapshot } from '@facet/domain-report';
import type { GroupCode } from '@facet/domain-round';
import { MailModule } from '@facet/mail';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { ReleasedModule, Snapshots } from '@facet/store-answers-released';
import { answerAs } from '@facet/store-answers-testing';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { ClearCancelledRounds } from './clear-cancelled-rounds';
import { CloseRounds } from './close-rounds';
import { DestroySecrets } from './destroy-secrets';
import { RefreshProgress } from './refresh-progress';
import { SealRound } from './seal-round';
import { SealRoundModule } from './seal-round.module';

const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
const closesAt = '2026-12-09T18:00:00Z';
const justDue = '2026-12-09T18:15:00Z';
let app: NestFastifyApplication;
let school: TestSchool;
let round: TestRound;

beforeAll(async () => {
  const modules = [AccountsModule, AnswerLinksModule, EnvelopesModule, MailModule, ReleasedModule, StoreRoundsModule, SealRoundModule];
  app = await testApplication(db, modules, configuration);
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
beforeEach(async () => {
  school = await testSchool(db);
  const peers = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  const reports = ['Ali', 'Bea', 'Cal'].map((name) => ({ name, group: 'direct_report' as const }));
  const named: { name: string; group: GroupCode }[] = [
    { name: 'Ada Okafor', group: 'self' },
    { name: 'Mary Line', group: 'line_manager' },
  ];
  round = await testRound(db, school, vault, { raters: [...named, ...peers, ...reports], closesAt });
});

const answer = (name: string, first: number | null, second: number | null, seen = '', sent = true): Promise<void> =>
  answerAs(
    db.database,
    vault,
    round.token[name] ?? '',
    { ratings: { '1.1': first, '2.1': second }, comments: seen ? { '1': { seen } } : {} },
    sent,
  );

async function everybodyAnswers(): Promise<void> {
  await answer('Ada Okafor', 5, 4);
  await answer('Mary Line', 3, 3);
  for (const [name, rating] of [
    ['Sam', 4],
    ['Jo', 4],
    ['Kim', 5],
    ['Lee', 3],
  ] as const)
    await answer(name, rating, rating, `seen by ${name}`);
  for (const [name, rating] of [
    ['Ali', 2],
    ['Bea', 3],
    ['Cal', 1],
  ] as const)
    await answer(name, rating, rating === 1 ? null : rating);
}

const count = async (table: string): Promise<number> => {
  const [row] = await db.source.query<{ count: string }[]>(`select count(*) from ${table} where round = $1`, [round.id]);
  return Number(row?.count);
};
const snapshot = (): Promise<Snapshot | null> =>
  db.database.as('facet_report', school.organisation, (tx) => app.get(Snapshots).ofRound(tx, round.id));
const stateOfRound = async (): Promise<{ sealed: boolean; cancelled: boolean }> => {
  const [row] = await db.source.query<{ sealed: boolean; cancelled: boolean }[]>(
    'select sealed_at is not null as sealed, cancelled_at is not null as cancelled from people.round where id = $1',
    [round.id],
  );
  return row ?? { sealed: false, cancelled: false };
};
const mailKinds = async (): Promise<string[]> => {
  const rows = await db.source.query<{ kind: string }[]>('select kind from post.mail where about = $1 order by kind', [round.id]);
  return rows.map(({ kind }) => kind);
};
const seal = (by: 'clock' | 'coach' = 'clock') => app.get(SealRound).seal(school.organisation, round.id, by);

test('a closed round becomes counts per shown cell, and nothing per person is kept', async () => {
  await everybodyAnswers();
  await db.setClock(justDue);
  expect(await seal()).toBe('sealed');
  const cells: unknown = await db.source.query(
    'select shown_group, behaviour, counts from answers.cell where round = $1 order by shown_group, behaviour',
    [round.id],
  );
  expect(cells).toEqual([
    { shown_group: 'direct_report', behaviour: '1.1', counts: [1, 1, 1, 0, 0] },
    { shown_group: 'peer', behaviour: '1.1', counts: [0, 0, 1, 2, 1] },
    { shown_group: 'peer', behaviour: '2.1', counts: [0, 0, 1, 2, 1] },
  ]);
  expect(await count('answers.envelope')).toBe(0);
  const report = await snapshot();
  expect(report?.qualities[0]?.behaviours[0]).toMatchObject({
    self: 5,
    lineManagers: [{ name: 'Mary Line', rating: 3 }],
    groups: [
      { mean: 4, n: 4 },
      { mean: 2, n: 3 },
    ],
    allOthers: { mean: 25 / 8, n: 8 },
    gap: 5 - 25 / 8,
  });
  expect(report?.qualities[1]?.behaviours[0]?.groups).toEqual([{ mean: 4, n: 4 }, { withheld: 'too_few_saw_it' }]);
  expect(report?.comments.qualities[0]?.seen.toSorted()).toEqual(['seen by Jo', 'seen by Kim', 'seen by Lee', 'seen by Sam']);
  expect(await mailKinds()).toEqual(['report_ready']);
});

test('answers that were not sent never change the report', async () => {
  await everybodyAnswers();
  await answer('Lee', 1, 1, 'a draft', false);
  await db.source.query(
    `update people.invitation set status = 'invited' where round = $1 and id in
    (select i.id from people.invitation i join people.person p on p.id = i.person where p.name = 'Lee')`,
    [round.id],
  );
  await db.setClock(justDue);
  await seal();
  expect((await snapshot())?.qualities[0]?.behaviours[0]?.groups[0]).toEqual({ mean: 13 / 3, n: 3 });
  expect(JSON.stringify(await snapshot())).not.toContain('a draft');
});

test('the clock seals neither before the last page has had its time nor twice', async () => {
  await everybodyAnswers();
  await db.setClock('2026-12-09T18:14:59Z');
  await app.get(CloseRounds).run();
  expect(await stateOfRound()).toMatchObject({ sealed: false });
  await db.setClock(justDue);
  await app.get(CloseRounds).run();
  const first = JSON.stringify(await snapshot());
  await app.get(CloseRounds).run();
  expect(await seal()).toBe('already done');
  expect(JSON.stringify(await snapshot())).toBe(first);
  expect(await mailKinds()).toEqual(['report_ready']);
});

test('row 91: two who seal at once make one report', async () => {
  await everybodyAnswers();
  await db.setClock(justDue);
  const results = await Promise.all([seal(), seal('coach'), seal()]);
  expect(results.toSorted()).toEqual(['already done', 'already done', 'sealed']);
});

test('row 38: where a group falls short the coach is asked once, and a seal folds as promised', async () => {
  for (const name of ['Sam', 'Jo', 'Kim', 'Lee']) await answer(name, 4, 4);
  for (const name of ['Ali', 'Bea']) await answer(name, 2, 2);
  await db.setClock(justDue);
  await app.get(CloseRounds).run();
  await app.get(CloseRounds).run();
  expect(await stateOfRound()).toEqual({ sealed: false, cancelled: false });
  expect(await mailKinds()).toEqual(['closing_choice']);
  expect(await seal('coach')).toBe('sealed');
  expect((await snapshot())?.groups).toEqual([
    { code: 'together', label: 'Colleagues, together', raters: 6, withheld: null, folded: ['Peers', 'Direct reports'] },
  ]);
});

test('row 38: seven days later it seals by itself', async () => {
  for (const name of ['Sam', 'Jo', 'Kim']) await answer(name, 4, 4);
  await db.setClock('2026-12-16T17:59:59Z');
  await app.get(CloseRounds).run();
  expect(await stateOfRound()).toMatchObject({ sealed: false });
  await db.setClock('2026-12-16T18:00:00Z');
  await app.get(CloseRounds).run();
  expect(await stateOfRound()).toMatchObject({ sealed: true });
});

test('row 38: where no group reaches its minimum the round is cancelled, nothing is kept and everyone is told', async () => {
  await answer('Sam', 4, 4, 'never to be read');
  await db.setClock('2026-12-16T18:00:00Z');
  for (let run = 0; run < 2; run++) {
    await app.get(CloseRounds).run();
    await app.get(ClearCancelledRounds).run();
  }
  expect(await stateOfRound()).toEqual({ sealed: false, cancelled: true });
  expect(await count('answers.envelope')).toBe(0);
  const told = await db.source.query<unknown[]>(`select from post.mail where about = $1 and kind = 'round_cancelled'`, [round.id]);
  expect(told).toHaveLength(10);
});

test('row 82: without its secret, or with a wrong or damaged one, nothing is sealed and every envelope stays', async () => {
  await everybodyAnswers();
  await db.setClock(justDue);
  const kept = await vault.get(round.id);
  if (!kept) throw new Error('the round has a secret');
  await vault.destroy(round.id);
  expect(await seal()).toBe('secret missing');
  await writeFile(join(configuration.keysFolder, `${round.id}.key`), randomBytes(64));
  expect(await seal()).toBe('secret missing');
  await vault.put(round.id, RoundSecret.make());
  expect(await seal()).toBe('answers unreadable');
  expect(await count('answers.envelope')).toBe(9);
  await vault.put(round.id, kept);
  expect(await seal()).toBe('sealed');
});

test('the secret goes after the grace for backups, and only once it is gone is the debt settled', async () => {
  await everybodyAnswers();
  await db.setClock(justDue);
  await seal();
  await db.setClock('2026-12-16T18:14:59Z');
  await app.get(DestroySecrets).run();
  expect(await vault.get(round.id)).not.toBeNull();
  await db.setClock('2026-12-16T18:15:00Z');
  await app.get(DestroySecrets).run();
  await app.get(DestroySecrets).run();
  expect(await vault.get(round.id)).toBeNull();
  const debts: unknown = await db.source.query('select done_at from answers.secret_destruction where round = $1', [round.id]);
  expect(debts).toEqual([{ done_at: new Date('2026-12-16T18:15:00Z') }]);
});

test('the word for a group changes at night, not when somebody answers', async () => {
  const words = (): Promise<unknown> =>
    db.source.query('select rater_group, enough from people.group_progress where round = $1 order by 1', [round.id]);
  await app.get(RefreshProgress).run();
  for (const name of ['Sam', 'Jo', 'Kim']) await answer(name, 4, 4);
  await db.setClock('2026-11-26T02:59:59Z');
  await app.get(RefreshProgress).run();
  const notYet = [
    { rater_group: 'direct_report', enough: false },
    { rater_group: 'peer', enough: false },
  ];
  expect(await words()).toEqual(notYet);
  await db.setClock('2026-11-26T03:00:00Z');
  await app.get(RefreshProgress).run();
  expect(await words()).toEqual([notYet[0], { rater_group: 'peer', enough: true }]);
});

test('after the seal no row says who had answered, and none is older than another', async () => {
  await everybodyAnswers();
  await db.setClock(justDue);
  await seal();
  const rows: unknown = await db.source.query('select distinct status, xmin::text from people.invitation where round = $1', [round.id]);
  expect(rows).toEqual([{ status: 'invited', xmin: expect.any(String) as unknown }]);
});
