import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readSmallFile, writeSmallFile } from './small-file';
import { wholeFile } from './whole-file';

const folder = await mkdtemp(join(tmpdir(), 'facet-whole-'));
const path = join(folder, 'kept.json');
const untouched = async (): Promise<void> => {
  expect(await readdir(folder)).toEqual(['kept.json']);
  expect(await readSmallFile(path)).toEqual(['before']);
};

test('a file that cannot be written or read back leaves the one before in its place, and nothing beside it', async () => {
  await writeSmallFile(path, ['before']);
  const full = wholeFile(
    path,
    async (temporary) => {
      await writeFile(temporary, 'half a');
      throw new Error('no space left on device');
    },
    () => Promise.resolve(),
  );
  await expect(full).rejects.toThrow('no space left');
  await untouched();
  const garbled = wholeFile(
    path,
    (temporary) => writeFile(temporary, 'something else'),
    () => Promise.reject(new Error('not what was written')),
  );
  await expect(garbled).rejects.toThrow('not what was written');
  await untouched();
});

test('a file that was changed or cut short is known by its checksum', async () => {
  const text = await readFile(path, 'utf8');
  for (const wrong of [text.replace('before', 'beyond'), text.slice(0, -10), '', 'no JSON', '{}', 'null']) {
    await writeFile(path, wrong);
    await expect(readSmallFile(path)).rejects.toThrow('is damaged');
  }
  expect(await readSmallFile(join(folder, 'nothing'))).toBeNull();
});
