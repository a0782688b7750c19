import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { createLogger, readConfiguration } from '@facet/platform';
import { installDemoClock } from '@facet/server-operate';
import { FileVault } from '@facet/answer-links';
import { testDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { start } from './start';

const data = await mkdtemp(join(tmpdir(), 'facet-start-'));
afterAll(() => rm(data, { recursive: true }));

const real = {
  ...{ SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://feedback.school.example', FACET_MAIL_FROM: 'F <f@school.example>' },
  FACET_SECRET: 'k3Jq8Zt1Lw6Vx0Bn5Ry9Pd2Hs7Mf4GcTe',
};
const starting = (url: string, variables: Readonly<Record<string, string>> = {}) => {
  const read = readConfiguration({ DATABASE_URL: url, FACET_DATA: data, PORT: '0', ...variables });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return start(read.configuration, createLogger('silent'), { site: data, content: data });
};

test('mix-up: a start that has lost its mail server opens no demo on an organisation’s own database', async () => {
  const db = await testDatabase();
  await testSchool(db);
  const before = await db.dump();
  await expect(starting(db.url)).rejects.toThrow('SMTP_URL is missing, and this database holds a school that is no demo.');
  expect(await db.dump()).toBe(before);
  expect(await readdir(data)).toEqual([]);
  await db.drop();
});

test('mix-up: a start with a mail server sends nothing from a demo’s database', async () => {
  const db = await testDatabase();
  await installDemoClock(db.source);
  await testSchool(db);
  const before = await db.dump();
  await expect(starting(db.url, real)).rejects.toThrow('This database was made in demo mode.');
  expect(await db.dump()).toBe(before);
  await db.drop();
});

test('row 83: a start that finds none of the secrets that links and answers hang on says which folder is wrong, and changes nothing', async () => {
  const db = await testDatabase();
  const [before, elsewhere] = [join(data, 'keys-before'), join(data, 'keys-elsewhere')];
  await testRound(db, await testSchool(db), new FileVault(before), { raters: [{ name: 'Sam', group: 'peer' }] });
  const rows = await db.dump();
  await expect(starting(db.url, { ...real, FACET_KEYS_DIR: elsewhere })).rejects.toThrow(
    `FACET_KEYS_DIR: ${elsewhere} holds the secret of no open round (1 are open).`,
  );
  expect(await db.dump()).toBe(rows);
  expect(await readdir(elsewhere)).toEqual([]);
  const running = await starting(db.url, { ...real, FACET_KEYS_DIR: before, FACET_ROLES: 'jobs' });
  await running.stop();
  await db.drop();
}, 60_000);

/** A folder in which nothing can be kept any more, as this account can make one; what undoes it. */
async function unwritable(kind: 'read-only' | 'full'): Promise<{ folder: string; code: string; readonly undo: () => unknown } | null> {
  const folder = await mkdtemp(join(tmpdir(), 'facet-unwritable-'));
  if (process.getuid?.() !== 0) {
    if (kind === 'full') return null;
    await chmod(folder, 0o500);
    return { folder, code: 'EACCES', undo: () => undefined };
  }
  const options = kind === 'full' ? 'size=8k' : 'ro';
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return null;
  if (kind === 'full')
    await writeFile(join(folder, 'ballast'), Buffer.alloc(4_096)).then(() =>
      writeFile(join(folder, 'more'), Buffer.alloc(8_192)).catch(() => undefined),
    );
  return { folder, code: kind === 'full' ? 'ENOSPC' : 'EROFS', undo: () => spawnSync('umount', ['--lazy', folder]) };
}

test.each(['read-only', 'full'] as const)('row 79: a start whose folder is %s says which one, and what to do', async (kind) => {
  const given = await unwritable(kind);
  if (given === null) return; // only root may mount a disk to fill
  const { folder, code, undo } = given;
  try {
    await expect(starting('', { FACET_DATA: folder })).rejects.toThrow(`FACET_DATA: nothing can be kept in ${folder} (${code}).`);
  } finally {
    undo();
    await rm(folder, { recursive: true, force: true });
  }
});
