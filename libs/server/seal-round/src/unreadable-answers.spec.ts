import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault, RoundSecret } from '@facet/answer-links';
import { of, path, SealChoice } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { ReleasedModule, Snapshots } from '@facet/store-answers-released';
import { answerAs } from '@facet/store-answers-testing';
import { StoreRoundsModule } from '@facet/store-rounds';
import { TestBrowser, testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { ClearCancelledRounds } from './clear-cancelled-rounds';
import { CloseRounds } from './close-rounds';
import { SealRoundModule } from './seal-round.module';

const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
const names = ['Sam', 'Jo', 'Kim', 'Lee'];
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
/** Four peers have answered, and the round has closed. */
beforeEach(async () => {
  school = await testSchool(db, `school${randomUUID()}.test`);
  const raters = names.map((name) => ({ name, group: 'peer' as const }));
  round = await testRound(db, school, vault, { raters, closesAt: '2026-12-09T18:00:00Z' });
  for (const name of names) await answerAs(db.database, vault, round.token[name] ?? '', { ratings: { '1.1': name === 'Sam' ? 1 : 4 } });
  await db.setClock('2026-12-09T18:15:00Z');
});
/** Signed in anew: hours go by between one request and the next. */
const coach = (): Promise<TestBrowser> => TestBrowser.signedIn(app, db, school.coach.email);

const invitationOf = async (name: string): Promise<string> => {
  const [found] = await db.source.query<{ id: string }[]>(
    'select i.id from people.invitation i join people.person p on p.id = i.person where i.round = $1 and p.name = $2',
    [round.id, name],
  );
  return found?.id ?? '';
};
/** Turns one byte of somebody's envelope round, and back when it is called again. */
const damage = async (name: string): Promise<void> => {
  await db.source.query('update answers.envelope set box = set_byte(box, 40, 255 - get_byte(box, 40)) where invitation = $1', [
    await invitationOf(name),
  ]);
};
const seal = async (request: object = {}): Promise<number> => (await (await coach()).post(of(path.seal, round.id), request)).status;
const goWithout = { without: 'unreadable' };
const choice = async (): Promise<SealChoice> => SealChoice.parse((await (await coach()).get(of(path.seal, round.id))).body);
const shown = async () => {
  const snapshot = await db.database.as('facet_report', school.organisation, (tx) => app.get(Snapshots).ofRound(tx, round.id));
  return snapshot?.qualities[0]?.behaviours[0]?.groups[0];
};
const mails = (kind: string): Promise<{ name: string }[]> =>
  db.source.query(`select p.name from post.mail m join people.person p on p.id = m.person where m.about = $1 and m.kind = $2`, [
    round.id,
    kind,
  ]);

test('row 82: answers that stay damaged stop the report until the coach makes it without them, and their author is told', async () => {
  await damage('Sam');
  await app.get(CloseRounds).run();
  expect((await choice()).unreadable?.mayGoWithout).toBe(false);
  await db.setClock('2026-12-09T19:14:59Z');
  await app.get(CloseRounds).run();
  expect([await seal(goWithout), (await choice()).unreadable?.mayGoWithout, await mails('unreadable_choice')]).toEqual([409, false, []]);

  await db.setClock('2026-12-09T19:15:00Z');
  await app.get(CloseRounds).run();
  await app.get(CloseRounds).run();
  expect([(await choice()).unreadable?.mayGoWithout, await mails('unreadable_choice')]).toEqual([true, [{ name: school.coach.name }]]);
  expect([await seal(), await shown()]).toEqual([409, undefined]);

  expect(await seal(goWithout)).toBe(204);
  expect(await shown()).toEqual({ mean: 4, n: 3 });
  expect(await mails('answers_unread')).toEqual([{ name: 'Sam' }]);
  const left: unknown = await db.source.query(
    'select (select count(*)::int from answers.envelope where round = $1) as envelopes, (select count(*)::int from answers.unreadable_round where round = $1) as attempts',
    [round.id],
  );
  expect(left).toEqual([{ envelopes: 0, attempts: 0 }]);
});

test('answers that can be opened again are in the report, and nobody is told anything', async () => {
  await damage('Sam');
  await app.get(CloseRounds).run();
  await damage('Sam');
  await app.get(CloseRounds).run();
  expect([await shown(), await mails('answers_unread'), await mails('unreadable_choice')]).toEqual([{ mean: 3.25, n: 4 }, [], []]);
});

test('while every answer can be opened a coach who would go without some leaves out none', async () => {
  expect([await seal(goWithout), await shown(), await mails('answers_unread')]).toEqual([204, { mean: 3.25, n: 4 }, []]);
});

test('where nothing at all can be opened the secret is wrong, and nobody may go without everything', async () => {
  const kept = await vault.get(round.id);
  if (!kept) throw new Error('the round has a secret');
  await vault.destroy(round.id);
  await vault.put(round.id, RoundSecret.make());
  for (const time of ['2026-12-09T19:15:00Z', '2026-12-09T21:15:00Z']) {
    await db.setClock(time);
    expect([await seal(goWithout), (await choice()).unreadable]).toEqual([409, undefined]);
  }
  await vault.destroy(round.id);
  await vault.put(round.id, kept);
  expect([await seal(), await shown()]).toEqual([204, { mean: 3.25, n: 4 }]);
});

test('a coach who asks to go without anything else is refused', async () => {
  expect(await seal({ without: 'the direct reports' })).toBe(400);
  expect(await shown()).toBeUndefined();
});

test('a cancelled round keeps no note of what could not be opened', async () => {
  await damage('Sam');
  await app.get(CloseRounds).run();
  await db.source.query('update people.round set cancelled_at = closes_at where id = $1', [round.id]);
  await app.get(ClearCancelledRounds).run();
  expect(await db.source.query('select from answers.unreadable_round where round = $1', [round.id])).toEqual([]);
});

test('the door that tells an author opens to no invitation of another organisation', async () => {
  const other = await testSchool(db, `school${randomUUID()}.test`);
  const sam = await invitationOf('Sam');
  await db.database.as('facet_seal', other.organisation, (tx) =>
    tx.query('select door.tell_unread($1, $2, $3)', [randomUUID(), sam, tx.now]),
  );
  expect(await mails('answers_unread')).toEqual([]);
});
