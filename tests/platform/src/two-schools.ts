import { randomBytes, randomUUID } from 'node:crypto';
import { FileVault, tokenHash } from '@facet/answer-links';
import { answerAs } from '@facet/store-answers-testing';
import { testConfiguration, type TestDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';

/** A school with a row in every table that belongs to an organisation. */
export interface FullSchool extends TestSchool {
  readonly round: TestRound;
  readonly raters: readonly string[];
  readonly tokenHash: (rater: string) => Buffer;
}

const places = (row: object): string =>
  Object.keys(row)
    .map((_, at) => `$${at + 2}`)
    .join();
const raters = ['Sam', 'Jo', 'Kim'];

export async function fullSchool(db: TestDatabase, domain: string): Promise<FullSchool> {
  const school = await testSchool(db, domain);
  const vault = new FileVault(testConfiguration(db).keysFolder);
  const round = await testRound(db, school, vault, { raters: raters.map((name) => ({ name, group: 'peer' })) });
  for (const name of raters) await answerAs(db.database, vault, round.token[name] ?? '', { ratings: { '1.1': 4 } });
  const { organisation } = school;
  const insert = (table: string, row: Readonly<Record<string, unknown>>): Promise<unknown> =>
    db.source.query(`insert into ${table} (organisation, ${Object.keys(row).join()}) values ($1, ${places(row)})`, [
      organisation,
      ...Object.values(row),
    ]);
  const now = '2026-11-25T09:00:00Z';
  const [invitation] = await db.source.query<{ id: string }[]>('select id from people.invitation where round = $1', [round.id]);
  const mail = randomUUID();
  await insert('people.group_progress', { round: round.id, rater_group: 'peer', enough: true, refreshed_on: now });
  await insert('people.approver', { round: round.id, person: school.administrator.id });
  await insert('people.launch_draft', { person: school.leader.id, version: mail, content: '{}', saved_at: now });
  await insert('people.expectation', { round: round.id, version: mail, content: '{}', saved_at: now });
  await insert('answers.decline_reason', { invitation: invitation?.id, round: round.id, words: 'x' });
  await insert('answers.cell', { round: round.id, shown_group: 'peer', behaviour: '1.1', counts: [0, 0, 0, 3, 0] });
  await insert('answers.comment', { round: round.id, quality: '1', question: 'seen', position: 1, words: 'Listens.' });
  await insert('answers.snapshot', { round: round.id, content: '{}', hash: randomBytes(32) });
  await insert('desk.withheld_comment', {
    ...{ round: round.id, quality: '1', question: 'seen', writer: 'colleague', position: 0, reason: 'x', withheld_at: now },
  });
  await insert('desk.debrief_note', { round: round.id, coach: school.coach.id, version: mail, content: 'x', saved_at: now });
  await insert('desk.report_view', { round: round.id, person: school.coach.id, role: 'coach', what: 'page', minute: now });
  await insert('answers.secret_destruction', { round: round.id, owed_since: now });
  await insert('answers.unreadable_round', { round: round.id, first_tried: now });
  await insert('post.mail', {
    ...{ id: mail, dedupe_key: mail, person: school.coach.id, kind: 'report_ready', about: round.id },
    ...{ not_before: now, give_up_at: 'infinity' },
  });
  await insert('post.mail_item', { mail, invitation: invitation?.id, kind: 'invitation' });
  await insert('post.mail_attempt', { mail, n: 1, started_at: now, phase: 'claimed' });
  await insert('post.mail_return', { mail, digest: randomBytes(32), kind: 'delayed', said: 'x', received_at: now });
  await insert('post.calendar', { weekdays: [1, 2, 3], opens: '09:00', ends: '16:00' });
  await insert('post.reminder_schedule', { round: round.id, spacing_days: 3, most: 3 });
  await insert('post.asked_reminder', { round: round.id, at: now });
  await insert('post.reminder_look', { round: round.id, at: now, again_at: now, closes_at: now });
  await insert('post.wording', { letter: 'invitation', subject: 'x', heading: 'x', paragraphs: ['{link}'], changed_at: now });
  await insert('post.pace', { domain: 'school.test', free_at: now });
  await insert('operate.tombstone', { kind: 'person', salt: randomBytes(16), hash: randomBytes(32), at: now });
  await insert('operate.silence', { salt: randomBytes(16), hash: randomBytes(32), reason: 'opted out', since: now });
  await insert('operate.receipt', { id: randomUUID(), what: 'person', counts: {}, at: now });
  await insert('operate.retention_run', { id: randomUUID(), counts: {}, at: now });
  await insert('operate.held_mail', { mail });
  const report = { what: 'page', role: 'coach' };
  const read = { kind: 'report_read', doer: 'person', actor: school.coach.id, round: round.id, detail: report };
  await db.database.as('facet_report', organisation, (tx) => tx.query('select door.record_events($1, $2)', [JSON.stringify([read]), now]));
  await insert('people.forgotten_in', { round: round.id, rater_group: 'peer' });
  await insert('people.invited_count', { round: round.id, rater_group: 'peer', invited: 3 });
  await insert('post.suppression', { person: school.leader.id, reason: 'opted out', since: now });
  return { ...school, round, raters, tokenHash: (rater) => tokenHash(round.token[rater] ?? '') ?? Buffer.alloc(0) };
}
