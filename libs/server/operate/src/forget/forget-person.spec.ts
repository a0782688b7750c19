import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { FileVault, tokenHash } from '@facet/answer-links';
import type { GroupCode } from '@facet/domain-round';
import { LiveStatus, RoundLocks } from '@facet/store-answers-envelopes';
import { answerAs } from '@facet/store-answers-testing';
import { Rounds } from '@facet/store-rounds';
import { testConfiguration, testDatabase, testSchool, type TestSchool, testSession } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import pg from 'pg';
import { ForgetLeader } from './forget-leader';
import { ForgetPerson } from './forget-person';
import { ForgetRound } from './forget-round';
import { searchAddress } from './search-address';
import { sweepPages } from './sweep-pages';

const db = await testDatabase();
const vault = new FileVault(testConfiguration(db).keysFolder);
const people = new ForgetPerson(db.database);
const rounds = new ForgetRound(db.database);
const leaders = new ForgetLeader(db.database, new Rounds());
afterAll(() => db.drop());

interface Stage {
  readonly school: TestSchool;
  readonly round: TestRound;
  readonly personOf: (name: string) => Promise<string>;
}

let schools = 0;
/** A school with an open round in which these are asked. */
async function stage(raters: readonly (readonly [string, GroupCode])[]): Promise<Stage> {
  const school = await testSchool(db, `school${++schools}.test`);
  const round = await testRound(db, school, vault, { raters: raters.map(([name, group]) => ({ name, group })) });
  const personOf = async (name: string): Promise<string> => {
    const [row] = await db.source.query<{ id: string }[]>('select id from people.person where organisation = $1 and name = $2', [
      school.organisation,
      name,
    ]);
    return row?.id ?? '';
  };
  return { school, round, personOf };
}
const peers = [
  ['Sam Pell', 'peer'],
  ['Jo Adeyemi', 'peer'],
  ['Kim Voss', 'peer'],
] as const;

/** A mail to somebody, as far as a server has taken it, with everything that may be written down about it. */
async function mailTo({ school, round }: Stage, person: string, kind: string, said: string): Promise<void> {
  const mail = randomUUID();
  const { organisation } = school;
  await db.source.query(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at) values ($1, $2, $3, $4, $5, platform.clock(), 'infinity')`,
    [mail, organisation, mail, person, kind],
  );
  await db.source.query(
    `insert into post.mail_item (mail, organisation, invitation, kind) select $1, organisation, id, $3 from people.invitation where round = $4 and person = $2`,
    [mail, person, kind, round.id],
  );
  await db.source.query(
    `insert into post.mail_attempt (mail, organisation, n, started_at, phase, reply) values ($1, $2, 1, platform.clock(), 'data', $3)`,
    [mail, organisation, said],
  );
  await db.source.query(
    `insert into post.mail_return (mail, organisation, digest, kind, said, received_at) values ($1, $2, $3, 'delayed', $4, platform.clock())`,
    [mail, organisation, randomBytes(32), said],
  );
  await db.source.query(`update post.mail set state = 'sending', last_text = $2 where id = $1`, [mail, said]);
}

const seal = async (round: string): Promise<void> => {
  await db.source.query('update people.round set sealed_at = platform.clock() where id = $1', [round]);
  await db.source.query(
    `insert into answers.snapshot (round, organisation, content, hash) select id, organisation, '{"n":3}', sha256('') from people.round where id = $1`,
    [round],
  );
};
const snapshots = (round: string): Promise<unknown> => db.source.query('select content from answers.snapshot where round = $1', [round]);

/** Paths of the files of the tables that hold a text, once everything in memory is written to them. */
async function inFiles(text: string): Promise<string[]> {
  const superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  await superuser.query('analyze');
  await superuser.query('checkpoint');
  await superuser.end();
  const base = join(db.folder, 'postgres', 'files', 'base');
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const holds = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
  return files.filter((_, at) => holds[at]);
}

test('whoever is forgotten is in no table and no file of a table any more: not in mails, replies, drafts or sessions', async () => {
  const there = await stage(peers);
  const { organisation, leader } = there.school;
  const person = await there.personOf('Sam Pell');
  const address = `canary-${randomUUID()}@school.test`;
  await db.source.query('update people.person set name = $2, email = $3 where id = $1', [person, 'Quillon Canary', address]);
  await answerAs(db.database, vault, there.round.token['Sam Pell'] ?? '', { comments: { '1': { seen: 'Only mine', help: '' } } });
  for (const kind of ['invitation', 'reminder']) await mailTo(there, person, kind, `<${address}> has no mailbox here`);
  await testSession(db, address.toUpperCase());
  await db.source.query(
    `insert into access.second_factor (address, sealed, since, last_step, tries_since) values ($1, '', platform.clock(), 0, platform.clock())`,
    [address],
  );
  await db.source.query(
    `insert into access.connected_account (issuer, subject, address, connected_at) values ('https://id.test', 'one', $1, platform.clock())`,
    [address],
  );
  await db.source.query(
    `insert into people.launch_draft (organisation, person, version, content, saved_at) values ($1, $2, $3, $4, platform.clock())`,
    [organisation, leader.id, randomUUID(), { colleagues: [{ name: 'Quillon Canary', email: address }] }],
  );
  expect(await searchAddress(db.source, address)).toHaveLength(8);
  expect(await inFiles(address)).not.toEqual([]);

  expect(await people.forget(organisation, person)).toMatchObject({ counts: { people: 1, invitations: 1, 'drafts of launches': 1 } });
  expect(await sweepPages(db.source)).toEqual([]);
  const dumped = await db.dump();
  for (const text of [address, address.toUpperCase(), 'Quillon', person]) {
    expect(dumped).not.toContain(text);
    expect(await inFiles(text)).toEqual([]);
  }
  const [left] = await db.source.query<{ envelopes: number; asked: number }[]>(
    `select (select count(*)::int from answers.envelope where round = $1) as envelopes, (select count(*)::int from people.invitation where round = $1) as asked`,
    [there.round.id],
  );
  expect(left).toEqual({ envelopes: 0, asked: 2 });
  expect(await people.forget(organisation, person)).toEqual({ refused: 'unknown' });
});

test('the receipt is the same for somebody who has answered and somebody who was reminded because they had not', async () => {
  const there = await stage(peers);
  const [sam, jo] = [await there.personOf('Sam Pell'), await there.personOf('Jo Adeyemi')];
  await answerAs(db.database, vault, there.round.token['Sam Pell'] ?? '', { ratings: { '1.1': 4 } });
  await mailTo(there, jo, 'invitation', 'taken');
  await mailTo(there, jo, 'reminder', 'taken');
  const receipts = [await people.forget(there.school.organisation, sam), await people.forget(there.school.organisation, jo)];
  const [first, second] = receipts.map((receipt) => ({ ...receipt, id: '' }));
  expect(first).toEqual(second);
  expect(first).toMatchObject({ counts: { people: 1, invitations: 1, 'drafts of launches': 0, 'reports withdrawn': 0 } });
});

test('a report stays as it is when a confidential colleague is forgotten, and is withdrawn as a whole with its line manager', async () => {
  const there = await stage([...peers, ['Pat Lowe', 'line_manager']]);
  const { organisation } = there.school;
  await seal(there.round.id);
  await people.forget(organisation, await there.personOf('Sam Pell'));
  expect(await snapshots(there.round.id)).toEqual([{ content: '{"n":3}' }]);
  const pat = await there.personOf('Pat Lowe');
  expect(await people.forget(organisation, pat, 'rehearsed')).toMatchObject({ counts: { 'reports withdrawn': 1 } });
  expect(await snapshots(there.round.id)).toHaveLength(1);
  await people.forget(organisation, pat);
  expect(await snapshots(there.round.id)).toEqual([]);
  expect(await db.source.query('select withdrawn_at is not null as withdrawn from people.round where id = $1', [there.round.id])).toEqual([
    { withdrawn: true },
  ]);
});

test('whoever sends answers at the very moment leaves none behind', async () => {
  const there = await stage(peers);
  const [locks, status] = [new RoundLocks(), new LiveStatus()];
  const person = await there.personOf('Sam Pell');
  let forgetting: Promise<unknown> | undefined;
  await db.database.as('facet_survey', null, async (tx) => {
    const entered = await status.enter(tx, tokenHash(there.round.token['Sam Pell'] ?? '') ?? Buffer.alloc(0));
    await locks.keepOpen(tx, there.round.id);
    await locks.oneAtATime(tx, entered?.invitation ?? '');
    forgetting = people.forget(there.school.organisation, person);
    while ((await db.source.query<object[]>(`select from pg_stat_activity where wait_event_type = 'Lock'`)).length === 0);
    await tx.query(
      `insert into answers.envelope (invitation, organisation, round, stamp, box) values ($1, platform.organisation(), $2, 1, '')`,
      [entered?.invitation, there.round.id],
    );
  });
  await forgetting;
  expect(await db.source.query('select from answers.envelope where round = $1', [there.round.id])).toEqual([]);
});

test('the wish for no more reminders stays with the address', async () => {
  const there = await stage(peers);
  const sam = await there.personOf('Sam Pell');
  await db.source.query(
    `insert into post.suppression (organisation, person, reason, since) values ($1, $2, 'opted out', platform.clock())`,
    [there.school.organisation, sam],
  );
  const [{ email } = { email: '' }] = await db.source.query<{ email: string }[]>('select email from people.person where id = $1', [sam]);
  await people.forget(there.school.organisation, sam);
  const silent = (address: string): Promise<unknown[]> =>
    db.source.query(`select reason from operate.silence where hash = sha256(salt || convert_to($1, 'UTF8'))`, [address]);
  expect(await silent(email)).toEqual([{ reason: 'opted out' }]);
  expect(await silent('somebody@else.test')).toEqual([]);
});

test('nothing is deleted of somebody who leads, who coaches, or who alone is in charge', async () => {
  const { school } = await stage(peers);
  const { organisation, leader, coach, administrator } = school;
  const before = await db.dump();
  expect(await people.forget(organisation, leader.id)).toEqual({ refused: 'leads' });
  expect(await people.forget(organisation, coach.id)).toEqual({ refused: 'coaches' });
  expect(await people.forget(organisation, administrator.id)).toEqual({ refused: 'last administrator' });
  expect(await leaders.forget(organisation, leader.id)).toEqual({ refused: 'open' });
  expect(await people.forget((await testSchool(db, 'foreign.test')).organisation, coach.id)).toEqual({ refused: 'unknown' });
  const after = (await db.dump()).split('\n');
  expect(before.split('\n').filter((line) => !after.includes(line))).toEqual([]);
});

test('a round goes with its report and its mails once it has ended, and what its secret owes stays written down', async () => {
  const there = await stage(peers);
  await mailTo(there, await there.personOf('Jo Adeyemi'), 'invitation', 'taken');
  expect(await rounds.forget(there.school.organisation, there.round.id)).toEqual({ refused: 'open' });
  await seal(there.round.id);
  expect(await rounds.forget(there.school.organisation, there.round.id)).toMatchObject({
    counts: { rounds: 1, invitations: 3, reports: 1 },
  });
  const lines = (await db.dump()).split('\n').filter((line) => line.includes(there.round.id) && !line.includes('@'));
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^\\(${there.round.id},${there.school.organisation},[^,]*,\\)$`))]);
});

test('a leader goes with every round about them, and the people who were asked stay', async () => {
  const there = await stage([...peers, ['Ada Okafor', 'self']]);
  const { organisation, leader } = there.school;
  await db.source.query('update people.round set cancelled_at = platform.clock() where id = $1', [there.round.id]);
  expect(await leaders.forget(organisation, leader.id)).toMatchObject({ counts: { rounds: 1, people: 1 } });
  expect(await searchAddress(db.source, leader.email)).toEqual([]);
  expect(await there.personOf('Sam Pell')).not.toBe('');
});

test('only drafts that name whoever is forgotten go with them, not those that hold their name within another word', async () => {
  const there = await stage(peers);
  const { organisation, leader, coach } = there.school;
  const person = await there.personOf('Sam Pell');
  await db.source.query(`update people.person set name = 'Li' where id = $1`, [person]);
  const draft = (whose: string, colleagues: string): Promise<unknown> =>
    db.source.query(
      `insert into people.launch_draft (organisation, person, version, content, saved_at) values ($1, $2, $3, $4, platform.clock())`,
      [organisation, whose, randomUUID(), { colleagues, together: { line_manager: 'alone' } }],
    );
  await draft(leader.id, 'Julia Oliver <julia@elsewhere.test>, peer');
  await draft(coach.id, 'Jo <jo@elsewhere.test>, peer\nLi <new@elsewhere.test>, peer');
  expect(await people.forget(organisation, person)).toMatchObject({ counts: { 'drafts of launches': 1 } });
  expect(await db.source.query('select person from people.launch_draft where organisation = $1', [organisation])).toEqual([
    { person: leader.id },
  ]);
});
