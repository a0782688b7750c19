import { afterAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileVault } from './file-vault';
import { RoundSecret } from './round-secret';

const folder = await mkdtemp(join(tmpdir(), 'facet-vault-'));
afterAll(() => rm(folder, { recursive: true }));
const round = 'b2c3d4e5-0000-4000-8000-000000000001';

test('a secret that was put is read by another process and is gone once destroyed', async () => {
  const secret = RoundSecret.make();
  await new FileVault(folder).put(round, secret);
  const other = new FileVault(folder);
  expect((await other.get(round))?.toBytes()).toEqual(secret.toBytes());
  expect(await other.list()).toEqual([round]);
  await other.destroy(round);
  await other.destroy(round);
  expect(await other.get(round)).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test('row 82: a truncated or altered secret is told from a good one', async () => {
  const vault = new FileVault(folder);
  await vault.put(round, RoundSecret.make());
  await truncate(join(folder, `${round}.key`), 20);
  expect(await vault.get(round)).toBeNull();
  await writeFile(join(folder, `${round}.key`), Buffer.alloc(64, 1));
  expect(await vault.get(round)).toBeNull();
});

test('only the owner may read a secret', async () => {
  await new FileVault(folder).put(round, RoundSecret.make());
  expect((await stat(join(folder, `${round}.key`))).mode & 0o077).toBe(0);
});

test('a name that leads out of the folder is refused', async () => {
  await expect(new FileVault(folder).get('../../etc/passwd')).rejects.toThrow('UUID');
});

test('a vault whose folder does not exist yet is empty', async () => {
  expect(await new FileVault(join(folder, 'later')).list()).toEqual([]);
});
