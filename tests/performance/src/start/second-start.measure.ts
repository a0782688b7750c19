import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { test } from '@jest/globals';
import { middle } from '../measure';
import { memoryOf } from './memory';

// P12: `npm start` on data that is there. `npx nx start performance`
const RUNS = Number(process.env['FACET_RUNS'] ?? 5);
const MOST = { seconds: 5, megabytes: 500 };
const root = join(import.meta.dirname, '../../../..');

interface Started {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Starts it, waits until it says that it is ready, weighs it, and ends it as Ctrl-C would. */
async function start(words: readonly [string, ...string[]], data: string): Promise<Started> {
  const [command, ...rest] = words;
  const begun = performance.now();
  const child = spawn(command, rest, { cwd: root, env: { ...process.env, FACET_DATA: data }, detached: true });
  await ready(child);
  const seconds = (performance.now() - begun) / 1000;
  const megabytes = memoryOf(child.pid ?? 0, data);
  const ended = new Promise((resolve) => child.once('close', resolve));
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
  return { seconds, megabytes };
}

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('ready at')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`it ended before it was ready:\n${said}`)));
  });

test('what a second start takes', async () => {
  const data = await mkdtemp(join(tmpdir(), 'facet-start-'));
  try {
    await start(['npm', 'start'], data);
    const [whole, bare]: [Started[], Started[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      whole.push(await start(['npm', 'start'], data));
      bare.push(await start([process.execPath, 'dist/apps/server/main.js'], data));
    }
    const line = (what: string, some: readonly number[], digits: number, most = NaN): string => {
      const { median, fastest, slowest } = middle(some);
      const range = `${median.toFixed(digits)} (${fastest.toFixed(digits)} to ${slowest.toFixed(digits)})`;
      return `${what.padEnd(44)}${range.padStart(26)}${Number.isNaN(most) ? '' : `  at most ${most}, ratio ${(median / most).toFixed(2)}`}\n`;
    };
    process.stdout.write(
      `P12, a second start with the demo’s data; median (range) of ${RUNS} runs.\n\n` +
        line(
          'npm start, seconds until ready',
          whole.map(({ seconds }) => seconds),
          1,
          MOST.seconds,
        ) +
        line(
          'the server alone, seconds',
          bare.map(({ seconds }) => seconds),
          1,
        ) +
        line(
          'everything that npm start runs, MB',
          whole.map(({ megabytes }) => megabytes),
          0,
          MOST.megabytes,
        ),
    );
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
