import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { examineReturnedMail } from './examine-returned-mail';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-maildir-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const off = { returnDomain: undefined, bounceMaildir: undefined, bounceWebhookSecret: undefined };
const states = async (changed: Partial<Parameters<typeof examineReturnedMail>[0]>): Promise<string[]> =>
  (await examineReturnedMail({ ...off, ...changed }, folder)).map(({ state }) => state);

test('where mail comes back and nobody looks, that is said', async () => {
  expect(await states({})).toEqual([]);
  expect(await states({ returnDomain: 'b.example' })).toEqual(['look']);
  expect(await states({ returnDomain: 'b.example', bounceWebhookSecret: Buffer.from('x') })).toEqual(['not checked']);
});

test('a mailbox that cannot be emptied is bad, and one in which something was set aside is worth a look', async () => {
  const found = () => states({ returnDomain: 'b.example', bounceMaildir: folder });
  expect(await found()).toEqual(['bad']);
  for (const name of ['new', 'cur']) await mkdir(join(folder, name));
  expect(await found()).toEqual(['good']);
  await mkdir(join(folder, 'set-aside', 'unsigned'), { recursive: true });
  expect(await found()).toEqual(['good']);
  await writeFile(join(folder, 'set-aside', 'unsigned', '1'), '');
  expect(await found()).toEqual(['good', 'look']);
});

test('what was posted and set aside is worth a look too', async () => {
  await mkdir(join(folder, 'set-aside', 'unsigned'), { recursive: true });
  await writeFile(join(folder, 'set-aside', 'unsigned', '1'), '');
  expect(await states({ returnDomain: 'b.example', bounceWebhookSecret: Buffer.from('x') })).toEqual(['not checked', 'look']);
});
