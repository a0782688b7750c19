import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { FileVault } from '@facet/answer-links';
import { createLogger } from '@facet/platform';
import { testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { LetGo } from './let-go';

const db = await testDatabase();
const vault = new FileVault(testConfiguration(db).keysFolder);
const letGo = new LetGo(db.database, createLogger('silent'));
const other = randomUUID();
const ended = '2026-12-10T12:00:00Z';
let school: TestSchool;
let round: string;
afterAll(() => db.drop());
beforeEach(async () => {
  // With the school goes its audit log, which nobody else may empty.
  await db.source.query(`alter table audit.entry disable trigger log_is_kept; truncate people.organisation, answers.snapshot cascade;
    alter table audit.entry enable trigger log_is_kept`);
  school = await testSchool(db);
  const raters = [
    ...['Sam', 'Jo', 'Kim'].map((name) => ({ name, group: 'peer' as const })),
    { name: 'Ada Okafor', group: 'self' as const },
    { name: 'Pat Lowe', group: 'line_manager' as const },
  ];
  round = (await testRound(db, school, vault, { raters })).id;
  await mailAbout('report_ready', school.coach.id, round);
  await mailAbout('invitation', await personNamed('Sam'), null);
});
const personNamed = async (name: string): Promise<string> =>
  (await db.source.query<{ id: string }[]>('select id from people.person where name = $1', [name]))[0]?.id ?? '';

/** A mail that was sent when the round was launched; without a round of its own it stands for that person's invitation. */
async function mailAbout(kind: string, person: string, about: string | null): Promise<void> {
  const id = randomUUID();
  await db.source.query(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at) values ($1, $2, $3, $4, $5, $6, '2026-11-25', 'infinity')`,
    [id, school.organisation, id, person, kind, about],
  );
  await db.source.query(`update post.mail set state = 'sent', sent_at = not_before where id = $1`, [id]);
  if (about === null)
    await db.source.query(
      `insert into post.mail_item (mail, organisation, invitation, kind) select $1, organisation, id, $2 from people.invitation where person = $3`,
      [id, kind, person],
    );
}
async function seal(): Promise<void> {
  await db.source.query('update people.round set sealed_at = $2 where id = $1', [round, ended]);
  await db.source.query(`insert into answers.snapshot (round, organisation, content, hash) values ($1, $2, '{}', sha256(''))`, [
    round,
    school.organisation,
  ]);
}
const left = async (): Promise<unknown> => {
  const [row] = await db.source.query<object[]>(
    `select (select count(*)::int from people.round) as rounds, (select count(*)::int from people.invitation) as invitations,
      (select count(*)::int from answers.snapshot) as reports, (select count(*)::int from post.mail) as mails,
      (select count(*)::int from people.person where roles = '{}') as colleagues`,
  );
  return row;
};
const whole = { rounds: 1, invitations: 5, reports: 1, mails: 2, colleagues: 4 };
/** Runs the duty at this time, whenever it ran before. */
async function at(time: string): Promise<void> {
  await db.setClock(time);
  await db.source.query('delete from operate.retention_run');
  await letGo.run();
}

test('who was asked is known for ninety days after the seal, and then only how many; the line manager as long as the report', async () => {
  await seal();
  await at('2027-03-10T11:59:59Z');
  expect(await left()).toEqual(whole);
  for (const time of ['2027-03-10T12:00:00Z', '2027-03-11T12:00:00Z']) {
    await at(time);
    expect(await left()).toEqual({ rounds: 1, invitations: 1, reports: 1, mails: 0, colleagues: 1 });
    expect(await db.source.query('select rater_group, invited from people.invited_count order by 1')).toEqual([
      { rater_group: 'line_manager', invited: 1 },
      { rater_group: 'peer', invited: 3 },
      { rater_group: 'self', invited: 1 },
    ]);
  }
  expect(await personNamed('Pat Lowe')).not.toBe('');
  await db.source.query(
    `insert into people.person (id, organisation, name, email, roles) values ($1, $2, 'Sam again', 'sam@here.test', '{coach}')`,
    [...[other, school.organisation]],
  );
  const give = db.source.query('update people.round set coach = $2 where id = $1', [round, other]);
  await expect(give).rejects.toMatchObject({ code: 'FA007' });
});

test('a report is kept for as many months as were promised, and not a moment longer', async () => {
  await seal();
  await at('2028-12-10T11:59:59Z');
  expect(await left()).toMatchObject({ rounds: 1, reports: 1 });
  await at('2028-12-10T12:00:00Z');
  expect(await left()).toEqual({ rounds: 0, invitations: 0, reports: 0, mails: 0, colleagues: 0 });
});

test('an organisation that keeps reports for a year from now on keeps those for a year that were promised two', async () => {
  await db.source.query('update people.organisation set retention_months = 12');
  await seal();
  await at('2027-12-10T12:00:00Z');
  expect(await left()).toMatchObject({ rounds: 0, reports: 0 });
});

test('an organisation that keeps reports for longer from now on keeps none for longer whose colleagues were promised two years', async () => {
  await db.source.query('update people.organisation set retention_months = 60');
  await seal();
  await at('2028-12-10T12:00:00Z');
  expect(await left()).toMatchObject({ rounds: 0, reports: 0 });
});

test('a cancelled round goes after ninety days, and its secret is owed until the vault has destroyed it', async () => {
  await db.source.query('update people.round set cancelled_at = $2 where id = $1', [round, ended]);
  await at('2027-03-10T12:00:00Z');
  expect(await left()).toEqual({ rounds: 0, invitations: 0, reports: 0, mails: 0, colleagues: 0 });
  expect(await db.source.query('select done_at from answers.secret_destruction where round = $1', [round])).toEqual([{ done_at: null }]);
});

test('nothing of an open round goes, however long it is open, and nobody goes who may sign in', async () => {
  await db.source.query(`update people.round set closes_at = '2031-01-01' where id = $1`, [round]);
  await at('2030-12-10T12:00:00Z');
  expect(await left()).toEqual({ ...whole, reports: 0 });
  expect(await db.source.query(`select count(*)::int as staff from people.person where roles <> '{}'`)).toEqual([{ staff: 3 }]);
});

test('a rehearsal counts what would go, and changes nothing', async () => {
  await seal();
  await db.setClock('2027-03-10T12:00:00Z');
  const before = await db.dump();
  expect(await letGo.now('rehearsed')).toEqual([{ organisation: school.organisation, counts: { rounds: 0, invitations: 4, people: 3 } }]);
  expect(await db.dump()).toBe(before);
});

test('it runs once a day, however often the clock asks, and two processes at once delete once', async () => {
  await seal();
  await at('2027-03-10T06:00:00Z');
  await db.setClock('2027-03-10T20:00:00Z');
  await letGo.run();
  expect(await left()).toEqual(whole);
  await db.setClock('2027-03-11T06:00:00Z');
  await Promise.all([letGo.run(), letGo.run(), letGo.run()]);
  expect(await db.source.query('select counts from operate.retention_run order by at')).toEqual([
    { counts: { rounds: 0, invitations: 0, people: 0 } },
    { counts: { rounds: 0, invitations: 4, people: 3 } },
  ]);
});

test('a draft of the next round stays, though the people in it are known no longer from the last one', async () => {
  await seal();
  await db.source.query(
    `insert into people.launch_draft (organisation, person, version, content, saved_at)
      select p.organisation, $1, $2, jsonb_build_object('colleagues', p.name || ' <' || p.email || '>, peer'), platform.clock()
      from people.person p where p.name = 'Sam'`,
    [school.leader.id, randomUUID()],
  );
  await at('2027-03-10T12:00:00Z');
  expect(await personNamed('Sam')).toBe('');
  expect(await db.source.query('select person from people.launch_draft')).toEqual([{ person: school.leader.id }]);
});
