import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FileVault } from '@facet/answer-links';
import { ABOUT_ANSWERS, installDemoClock } from '@facet/server-operate';
import { answerAs } from '@facet/store-answers-testing';
import { testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import pg from 'pg';
import { recorded } from '../recorded';

// What whoever looks after an installation does in a terminal, one day after the other.

const folder = await mkdtemp(join(tmpdir(), 'facet-looking-after-'));
const [to, keysTo, keysFolder] = ['database', 'keys', 'vault'].map((name) => join(folder, name)) as [string, string, string];
const db = await testDatabase();
const usual = { ...process.env };
Object.assign(process.env, { DATABASE_URL: db.url, FACET_KEYS_DIR: keysFolder });
const school = await testSchool(db);
const round = await testRound(db, school, new FileVault(keysFolder), {
  raters: ['Sam', 'Jo', 'Kim'].map((name) => ({ name, group: 'peer' })),
});
const addressOf = async (name: string): Promise<string> =>
  (await db.source.query<{ email: string }[]>('select email from people.person where name = $1', [name]))[0]?.email ?? '';
beforeAll(async () => {
  await mkdir(to);
  await mkdir(keysTo);
  for (const name of ['Sam', 'Jo'])
    await answerAs(db.database, new FileVault(keysFolder), round.token[name] ?? '', { ratings: { '1.1': 4 } });
});
afterAll(async () => {
  process.env = usual;
  await db.drop();
});
const backedUp = (): ReturnType<typeof recorded> => recorded('backup', '--to', to, '--keys-to', keysTo);

test('a backup is two files for two places, and says nothing of how many have answered', async () => {
  const { code, printed, reported } = await backedUp();
  expect(code).toBe(0);
  expect(printed).toMatch(/people 6, rounds 1, reports 0\n.*facet-keys\.json\n {2}secrets of open rounds 1$/);
  expect(reported).toContain('both folders lie on one volume');
  await db.setClock('2026-11-25T21:00:00Z');
  await backedUp();
  expect(await readdir(keysTo)).toEqual(['facet-keys.json']);
  expect((await readdir(to)).filter((name) => /^facet-.*\.json\.gz$/.test(name))).toHaveLength(2);
});

test.each([
  ['the same folder', () => [to, to]],
  ['one inside the other', () => [to, join(to, 'below')]],
  ['the database among the keys that are in use', () => [keysFolder, keysTo]],
  ['a folder that is not there', () => [to, join(folder, 'nowhere')]],
])('no backup is made into %s', async (_, places) => {
  await mkdir(join(to, 'below'), { recursive: true });
  const [one = '', other = ''] = places();
  const { code, printed, reported } = await recorded('backup', '--to', one, '--keys-to', other);
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(reported).toContain('No backup was made.');
});

test('whoever is to be forgotten is shown first, and nothing is deleted without a word or after a rehearsal', async () => {
  const before = await db.dump();
  const address = await addressOf('Sam');
  const rehearsed = await recorded('forget', 'person', address, '--dry-run');
  expect(rehearsed).toMatchObject({ code: 0, printed: '' });
  expect(rehearsed.reported).toContain('Sam, ');
  const unasked = await recorded('forget', 'person', address);
  expect(unasked.code).toBe(1);
  expect(unasked.reported).toContain('Say --yes');
  expect((await recorded('forget', 'person', 'nobody@school.test', '--yes')).reported).toContain('Nobody here has this address.');
  expect((await recorded('forget', 'person', school.leader.email, '--yes')).reported).toContain('facet forget leader');
  expect((await recorded('forget', 'leader', school.leader.email, '--yes')).reported).toContain('Cancel it first');
  expect((await recorded('forget', 'round', round.id, '--yes')).reported).toContain('still open');
  expect((await recorded('forget', 'round', randomUUID(), '--yes')).reported).toContain('no such round');
  expect(await db.dump()).toBe(before);
});

test('an export for an access request holds what is known of somebody, and nothing of whether they answered', async () => {
  const [sam, kim] = [
    await recorded('export', 'person', await addressOf('Sam')),
    await recorded('export', 'person', await addressOf('Kim')),
  ];
  const answered = JSON.parse(sam.printed) as Record<string, unknown>;
  const silent = JSON.parse(kim.printed) as Record<string, unknown>;
  expect(answered).toMatchObject({ person: { name: 'Sam' }, asked: [{ about: 'Ada Okafor', group: 'peer' }], aboutAnswers: ABOUT_ANSWERS });
  expect({ ...answered, person: null }).toEqual({ ...silent, person: null });
});

test('somebody is forgotten with a receipt that names nobody, and a backup from before does not bring them back', async () => {
  const [file = ''] = (await readdir(to)).filter((name) => name.endsWith('.gz'));
  const address = await addressOf('Sam');
  const { code, printed, reported } = await recorded('forget', 'person', address, '--yes');
  expect(code).toBe(0);
  expect(printed).toMatch(/^Receipt [\da-f-]{36}\n/);
  for (const text of ['Sam', address, 'envelope']) expect(printed).not.toContain(text);
  expect(reported).toContain('A search of the whole database for the address found nothing.');

  const superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  await superuser.query('create database elsewhere owner facet');
  await superuser.end();
  const restore = ['restore', join(to, file), '--keys', join(keysTo, 'facet-keys.json')];
  expect((await recorded(...restore)).reported).toContain('This database is in use.');
  process.env['DATABASE_URL'] = db.url.replace(/\/facet$/, '/elsewhere');
  const back = await recorded(...restore);
  expect(back).toMatchObject({ code: 0, reported: '' });
  expect(back.printed).toContain('forgotten again: people 1, rounds 0\n  open rounds: 1');
  expect((await recorded('export', 'person', address)).code).toBe(1);
  expect((await recorded('held', 'mails')).printed).toContain('Held since the restore');
  expect((await recorded('held', 'mails', '--drop')).printed).toContain('Reminders are planned again.');
  expect((await recorded('held', 'mails')).printed).toContain('Nothing is held');
  expect((await recorded('retention', '--dry-run')).printed).toContain('Hill Street School: rounds 0, invitations 0, people 0');
  process.env['DATABASE_URL'] = db.url;
});

test.each<[string[], string]>([
  [['backup'], 'Name two folders'],
  [['backup', '--to', 'x'], 'Name two folders'],
  [['forget', 'person'], 'Which address?'],
  [['forget', 'round', 'mine'], 'A round is named by the id'],
  [['restore'], 'Which backup?'],
  [['held', 'mails', '--send', '--drop'], 'Either --send or --drop.'],
  [['retention', 'now'], '“now” is not understood.'],
])('facet %j is not understood', async (words, expected) => {
  const { code, reported } = await recorded(...words);
  expect(code).toBe(2);
  expect(reported).toContain(expected);
});

test('a demo is not backed up: elsewhere it could be taken for a school', async () => {
  await installDemoClock(db.source);
  expect((await backedUp()).reported).toContain('This is a demo');
});
