import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { auditFor, type AuditReport } from '@facet/domain-disclosure';
import { auditForReaders } from '@facet/domain-report';
import { MailModule, MailRows } from '@facet/mail';
import { createLogger } from '@facet/platform';
import { EnvelopesModule, EnvelopesOfRound, RoundLocks, SecretDestruction } from '@facet/store-answers-envelopes';
import { ReleasedModule, SealedRounds, Snapshots } from '@facet/store-answers-released';
import { answerAs } from '@facet/store-answers-testing';
import { Frameworks, Invitations, Rounds, StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { AuditAlarm } from './audit-alarm';
import { SealRound } from './seal-round';
import { SealRoundModule } from './seal-round.module';
import { UnreadableAnswers } from './unreadable-answers';

const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
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
/** Four peers and a line manager rated both behaviours; of three direct reports all rated 1.1 and two rated 2.1. The round has closed. */
beforeEach(async () => {
  school = await testSchool(db, `school${crypto.randomUUID()}.test`);
  const peers = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const, ratings: { '1.1': 4, '2.1': 4 } }));
  const reports = ['Ali', 'Bea', 'Cal'].map((name, index) => ({
    name,
    group: 'direct_report' as const,
    ratings: { '1.1': 2, '2.1': index === 0 ? null : 3 },
  }));
  const manager = { name: 'Mo', group: 'line_manager' as const, ratings: { '1.1': 3, '2.1': 3 } };
  const raters = [...peers, ...reports, manager];
  round = await testRound(db, school, vault, { raters, closesAt: '2026-12-09T18:00:00Z' });
  for (const { name, ratings } of raters) await answerAs(db.database, vault, round.token[name] ?? '', { ratings });
  await db.setClock('2026-12-09T18:15:00Z');
});

/** Stricter than the promise, so that it finds something in an honest report: it is also for a reader who is one of the direct reports. */
const strict: AuditReport = (report, roster) => {
  const knows = roster.raters.findIndex(({ group }) => group === 'direct_report');
  return auditFor({ knows: [knows] })(report, roster);
};
/** Seals, and returns what the log says. */
async function seal(audit: AuditReport): Promise<unknown[]> {
  const lines: string[] = [];
  const log = createLogger('error', { write: (line: string) => lines.push(line) });
  const sealing = new SealRound(
    db.database,
    vault,
    app.get(RoundLocks),
    app.get(EnvelopesOfRound),
    app.get(SecretDestruction),
    app.get(SealedRounds),
    app.get(Rounds),
    app.get(Frameworks),
    app.get(Invitations),
    app.get(MailRows),
    new AuditAlarm(app.get(MailRows), log),
    app.get(UnreadableAnswers),
    audit,
    () => undefined,
  );
  expect(await sealing.seal(school.organisation, round.id, 'clock')).toBe('sealed');
  return lines.map((line): unknown => JSON.parse(line));
}
const snapshot = () => db.database.as('facet_report', school.organisation, (tx) => app.get(Snapshots).ofRound(tx, round.id));
const told = (): Promise<unknown> =>
  db.source.query(`select p.name from post.mail m join people.person p on p.id = m.person where m.about = $1 and m.kind = 'audit_alarm'`, [
    round.id,
  ]);

test('a quality in which the audit finds something is withheld, its cells are not kept, and administrators are told', async () => {
  const logged = await seal(strict);
  const report = await snapshot();
  expect(report?.qualities[0]?.allOthers).toEqual({ withheld: 'audit' });
  expect(report?.qualities[0]?.behaviours[0]?.groups).toEqual([{ withheld: 'audit' }, { withheld: 'audit' }]);
  expect(report?.qualities[1]?.behaviours[0]?.groups[0]).toEqual({ mean: 4, n: 4 });
  const kept: unknown = await db.source.query('select distinct behaviour from answers.cell where round = $1', [round.id]);
  expect(kept).toEqual([{ behaviour: '2.1' }]);
  expect(await told()).toEqual([{ name: school.administrator.name }]);
  expect(logged).toEqual([
    {
      level: 50,
      time: expect.any(String) as unknown,
      code: 'audit_withheld',
      round: round.id,
      qualities: ['1'],
      msg: expect.any(String) as unknown,
    },
  ]);
});

/** Past every rule: a direct report gets an address that belongs to a reader of the report. */
const plant = (reader: string, name: string): Promise<unknown> =>
  db.source.query(
    `update people.person c set email = replace(reader.email, '@', '+second@') from people.person reader, people.invitation i
      where reader.id = $1 and i.person = c.id and i.round = $2 and c.name = $3`,
    [reader, round.id, name],
  );
const lineManager = async (): Promise<string> => {
  const [row] = await db.source.query<{ person: string }[]>(
    `select person from people.invitation where round = $1 and rater_group = 'line_manager'`,
    [round.id],
  );
  return row?.person ?? '';
};

test.each([
  ['the coach', () => school.coach.id],
  ['the leader', () => school.leader.id],
  ['the line manager', lineManager],
])(
  'a number that %s could take apart with answers of their own is withheld, although no rule should have let them give any',
  async (_, reader) => {
    await plant(await reader(), 'Bea');
    const logged = await seal(auditForReaders);
    const report = await snapshot();
    expect(report?.qualities[0]?.allOthers).toEqual({ withheld: 'audit' });
    expect(report?.qualities[1]?.behaviours[0]?.groups[0]).toEqual({ mean: 4, n: 4 });
    expect(logged).toMatchObject([{ code: 'audit_withheld', qualities: ['1'] }]);
    expect(await told()).toEqual([{ name: school.administrator.name }]);
  },
);

test('a report in which the audit finds nothing raises no alarm', async () => {
  expect(await seal(auditForReaders)).toEqual([]);
  expect(JSON.stringify(await snapshot())).not.toContain('audit');
  expect(await told()).toEqual([]);
});
