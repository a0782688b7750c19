import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../dist/apps/cli/main.js', import.meta.url));

/** The built program in a process of its own. */
const run = async (...words: string[]): Promise<{ code: number | null; out: string; err: string }> => {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
};

test('the program prints its result on standard output and ends with 0', async () => {
  const { code, out, err } = await run('--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Usage: facet COMMAND/);
});

test('the program ends with 2 when it was not understood', async () => {
  expect(await run('framework', 'check', '--wrong')).toMatchObject({ code: 2, out: '' });
});

test('what stands in a file cannot steer the terminal', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'terminal-')), 'framework.yaml');
  await writeFile(file, '"\\e[2J": 1\n');
  const { code, err } = await run('framework', 'check', file);
  expect(code).toBe(1);
  expect(err).toContain('“\uFFFD[2J” is not known here.');
});

test('a reader that has seen enough does not make the program fail', async () => {
  const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  expect(await text(child.stderr)).toBe('');
  expect(await ended).toBe(0);
});
