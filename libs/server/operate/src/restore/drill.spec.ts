import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { Database, dataSource, migrate } from '@facet/platform';
import { CloseRounds, DestroySecrets, SealRoundModule } from '@facet/server-seal-round';
import { EnvelopesModule, SecretDestruction } from '@facet/store-answers-envelopes';
import { ReleasedModule } from '@facet/store-answers-released';
import { answerAs } from '@facet/store-answers-testing';
import { StoreRoundsModule } from '@facet/store-rounds';
import { dump, testApplication, testConfiguration, testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { keepForgotten } from '../backup/beside-the-keys';
import { readDumpFile } from '../backup/dump-file';
import { KeepEndedRounds } from '../backup/keep-ended-rounds';
import { type BackupTaken, TakeBackup } from '../backup/take-backup';
import { ForgetPerson } from '../forget/forget-person';
import { AfterRestore } from './after-restore';
import { countHeld, settleHeld } from './hold-mails';
import { type NotRestored, RestoreBackup, type Restored } from './restore-backup';

const db = await testDatabase();
const configuration = testConfiguration(db);
const { keysFolder } = configuration;
const vault = new FileVault(keysFolder);
const peers = ['Sam', 'Jo', 'Kim', 'Lee'];
const sources: DataSource[] = [];
let app: NestFastifyApplication;
let first: BackupTaken;
beforeAll(async () => {
  const modules = [AccountsModule, AnswerLinksModule, EnvelopesModule, MailModule, ReleasedModule, StoreRoundsModule, SealRoundModule];
  app = await testApplication(db, modules, configuration);
});
afterAll(async () => {
  for (const source of sources) await source.destroy();
  await app.close();
  await db.drop();
});

const places = await mkdtemp(join(tmpdir(), 'facet-backup-'));
for (const name of ['database', 'keys']) await mkdir(join(places, name));
async function backedUp(source: DataSource): Promise<BackupTaken> {
  const taken = await new TakeBackup(source, vault, keysFolder).take({ to: join(places, 'database'), keysTo: join(places, 'keys') });
  if ('refused' in taken) throw new Error(taken.refused);
  return taken;
}

interface Elsewhere {
  readonly source: DataSource;
  readonly database: Database;
  readonly dump: () => Promise<string>;
  readonly result: Restored | NotRestored;
}

/** Another database of the same server, empty, and the backup put into it. */
async function restored(file: string, keysFile: string | null, keys = keysFolder): Promise<Elsewhere> {
  const name = `d${randomUUID().replaceAll('-', '')}`;
  const superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  await superuser.query(`create database ${name} owner facet`);
  await superuser.end();
  const url = db.url.replace(/\/facet$/, `/${name}`);
  const source = await dataSource(url, 4).initialize();
  sources.push(source);
  const result = await new RestoreBackup(url, source, new FileVault(keys), keys).restore({ file, keysFile });
  return { source, database: new Database(source), dump: () => dump(db.superuserUrl.replace(/\/facet$/, `/${name}`)), result };
}

const openRound = async (domain: string) => {
  const school = await testSchool(db, domain);
  const round = await testRound(db, school, vault, { raters: peers.map((name) => ({ name: `${name} of ${domain}`, group: 'peer' })) });
  const token = (name: string): string => round.token[`${name} of ${domain}`] ?? '';
  for (const name of peers) await answerAs(db.database, vault, token(name), { ratings: { '1.1': 4, '2.1': 3 } });
  return { ...school, round: round.id, token };
};
const here = await openRound('here.test');
const there = await openRound('there.test');
const personIn = async (source: DataSource, name: string): Promise<string> =>
  (await source.query<{ id: string }[]>('select id from people.person where name = $1', [name]))[0]?.id ?? '';
const states = (source: DataSource, round: string): Promise<unknown> =>
  source.query(
    `select sealed_at is not null as sealed, cancelled_at is not null as cancelled,
        (select count(*)::int from answers.envelope e where e.round = r.id) as envelopes from people.round r where id = $1`,
    [round],
  );
const [open, cancelled] = [
  { sealed: false, cancelled: false, envelopes: 4 },
  { sealed: false, cancelled: true, envelopes: 4 },
];

/** A mail about the round that is still open at the end of the drill. */
async function mail(kind: string, state: 'pending' | 'sending'): Promise<string> {
  const id = randomUUID();
  await db.source.query(
    `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at) values ($1, $2, $3, $4, $5, '2026-11-25', 'infinity')`,
    [id, there.organisation, id, await personIn(db.source, 'Sam of there.test'), kind],
  );
  if (state === 'sending') await db.source.query(`update post.mail set state = 'sending', attempt = 1 where id = $1`, [id]);
  return id;
}
const waiting = await mail('invitation', 'pending');
const leaving = await mail('link_replaced', 'sending');
const reminding = await mail('reminder', 'pending');

test('what was backed up comes back row for row, and answers open with their secret', async () => {
  first = await backedUp(db.source);
  const again = await restored(first.file, first.keysFile);
  expect(again.result).toMatchObject({ rounds: { open: 2, ended: [] }, forgotten: { people: 0, rounds: 0, stay: [] } });
  const rows = async (text: Promise<string>): Promise<string[]> =>
    (await text).split(/\n(?=\w+\.\w+$)/m).filter((table) => /^(people|answers|access|desk)\./.test(table));
  expect(await rows(again.dump())).toEqual(await rows(db.dump()));
  await answerAs(again.database, vault, there.token('Jo'), { ratings: { '1.1': 2 } });
});

test('rows stand in a backup by their random names, not in the order in which people answered', async () => {
  const { rows } = await readDumpFile(first.file);
  const envelopes: string[] = [];
  for await (const [table, row] of rows) if (table === 'answers.envelope') envelopes.push((row as { invitation: string }).invitation);
  expect(envelopes).toHaveLength(8);
  expect(envelopes).toEqual(envelopes.toSorted());
});

test('after a restore mails that may have left wait for a person, and reminders are let go', async () => {
  const { source, database } = await restored(first.file, first.keysFile);
  const mails = (): Promise<unknown> =>
    source.query(`select id, state, not_before = 'infinity' as held from post.mail where id = any($1) order by kind`, [
      [waiting, leaving, reminding],
    ]);
  expect(await mails()).toEqual([
    { id: waiting, state: 'pending', held: true },
    { id: leaving, state: 'pending', held: true },
    { id: reminding, state: 'expired', held: false },
  ]);
  expect(await countHeld(source)).toEqual({ waits: true, mails: 2 });
  expect(await new AfterRestore(database).waits()).toBe(true);
  await settleHeld(source, 'send');
  expect(await new AfterRestore(database).waits()).toBe(false);
  expect(await countHeld(source)).toEqual({ waits: false, mails: 0 });
  expect(await mails()).toMatchObject([{ held: false }, { held: false }, { held: false }]);
});

test('the drill: back up, seal, forget, restore, forget, restore again', async () => {
  // A report is made of one round, its secret is not destroyed yet, and one colleague of the other round is forgotten.
  await db.source.query(`update people.round set closes_at = '2026-11-26' where id = $1`, [here.round]);
  await db.setClock('2026-11-26T10:00:00Z');
  await app.get(CloseRounds).run();
  await new KeepEndedRounds(db.database, new SecretDestruction(), configuration).run();
  expect(await states(db.source, here.round)).toEqual([{ sealed: true, cancelled: false, envelopes: 0 }]);
  await new ForgetPerson(db.database).forget(there.organisation, await personIn(db.source, 'Kim of there.test'));
  await keepForgotten(db.source, keysFolder);

  const second = await restored(first.file, first.keysFile);
  expect(second.result).toMatchObject({ rounds: { open: 1, ended: [here.round] }, forgotten: { people: 1 } });
  expect(await second.dump()).not.toContain('Kim of there.test');
  expect(await states(second.source, here.round)).toEqual([cancelled]);
  expect(await states(second.source, there.round)).toEqual([{ ...open, envelopes: 3 }]);
  const told = await second.source.query<{ person: string }[]>(
    `select person from post.mail where kind = 'round_cancelled' and about = $1`,
    [here.round],
  );
  expect(told.map(({ person }) => person)).toEqual(expect.arrayContaining([here.leader.id, here.coach.id]));

  await new ForgetPerson(second.database).forget(there.organisation, await personIn(second.source, 'Lee of there.test'));
  await keepForgotten(second.source, keysFolder);
  const third = await restored(first.file, first.keysFile);
  expect(third.result).toMatchObject({ forgotten: { people: 2 } });
  for (const name of ['Kim', 'Lee']) expect(await third.dump()).not.toContain(`${name} of there.test`);
  expect(await states(third.source, there.round)).toEqual([{ ...open, envelopes: 2 }]);
});

test('where the machine is lost with its vault, the newest backup of the keys knows who was forgotten and what was sealed', async () => {
  const newest = await backedUp(db.source);
  const keys = JSON.parse((JSON.parse(await readFile(newest.keysFile, 'utf8')) as { content: string }).content) as { secrets: object };
  expect(Object.keys(keys.secrets)).toEqual([there.round]);
  await app.get(DestroySecrets).run(); // a backup holds the report, so that the grace need not be over
  expect(await vault.list()).toEqual([there.round]);
  const elsewhere = join(await mkdtemp(join(tmpdir(), 'facet-new-keys-')), 'keys');
  const { source, result } = await restored(first.file, newest.keysFile, elsewhere);
  expect(result).toMatchObject({ rounds: { open: 1, ended: [here.round] }, forgotten: { people: 2 } });
  expect(await states(source, here.round)).toEqual([cancelled]);
  expect(await new FileVault(elsewhere).list()).toEqual([there.round]);
});

test('whoever was forgotten before a backup and asked again since is in it by right', async () => {
  const [{ email } = { email: '' }] = await db.source.query<{ email: string }[]>(
    `select email from people.person where name = 'Jo of there.test'`,
  );
  await new ForgetPerson(db.database).forget(there.organisation, await personIn(db.source, 'Jo of there.test'));
  await db.source.query('insert into people.person (id, organisation, name, email) values ($1, $2, $3, $4)', [
    ...[randomUUID(), there.organisation, 'Jo again', email],
  ]);
  const { source } = await restored((await backedUp(db.source)).file, first.keysFile);
  expect(await personIn(source, 'Jo again')).not.toBe('');
});

test('nothing is put into a database that is in use, and nothing of a backup that is damaged or newer', async () => {
  const used = (url: string): Promise<unknown> =>
    new RestoreBackup(url, db.source, vault, keysFolder).restore({ file: first.file, keysFile: null });
  const before = await db.dump();
  expect(await used(db.url)).toEqual({ refused: 'not empty' });
  expect(await db.dump()).toBe(before);

  const whole = await readFile(first.file);
  const cut = join(places, 'cut.json.gz');
  await writeFile(cut, whole.subarray(0, whole.length - 100));
  expect((await restored(cut, null)).result).toMatchObject({ refused: 'damaged' });
  expect((await restored(first.keysFile, null)).result).toMatchObject({ refused: 'damaged' });
  expect((await restored(join(places, 'nothing'), null)).result).toMatchObject({
    refused: 'damaged',
    says: expect.stringContaining('no file'),
  });
  expect((await restored(first.file, first.file)).result).toMatchObject({ refused: 'damaged' });

  const lines = gunzipSync(whole).toString().split('\n').slice(0, -2);
  const changed = [lines[0]?.replace('"migrations":[', '"migrations":["Later1999999999999",') ?? '', ...lines.slice(1)];
  const end = JSON.stringify({
    rows: first.rows,
    sha256: createHash('sha256')
      .update(`${changed.join('\n')}\n`)
      .digest('hex'),
  });
  const newer = join(places, 'newer.json.gz');
  await writeFile(newer, gzipSync([...changed, end, ''].join('\n')));
  const refused = await restored(newer, null);
  expect(refused.result).toEqual({ refused: 'newer' });
  await migrate(refused.source); // and the database is as empty as it was
});
