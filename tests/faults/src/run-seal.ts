import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestDatabase } from '@facet/testing';
import type { RoundToSeal } from './round-to-seal';

/** What became of a process that was sealing: the steps it said, its result if it came to one, and how long it took from its first step. */
export interface Run {
  readonly steps: readonly string[];
  readonly result: string | null;
  readonly killed: boolean;
  readonly lasted: number;
}

interface Limits {
  /** Ends it when it is about to take this step; until then it waits before each for leave to go on. */
  readonly killBefore?: string;
  /** Ends it so many milliseconds after its first step. */
  readonly killAfter?: number;
  /** Before each step it waits until this has been fulfilled. */
  readonly hold?: (step: string) => Promise<unknown>;
}

/** Seals in a process of its own, and ends that process with SIGKILL where the test says so. */
export async function runSeal(db: TestDatabase, round: RoundToSeal, { killBefore, killAfter, hold }: Limits = {}): Promise<Run> {
  const gated = killBefore === undefined && !hold ? [] : ['gated'];
  const child = spawn(process.execPath, ['dist/tests/faults/seal-program.js', db.url, round.keys, round.organisation, round.id, ...gated], {
    cwd: new URL('../../..', import.meta.url),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined); // a process that was ended takes no more leave to go on
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const steps: string[] = [];
  let result: string | null = null;
  let begun = 0;
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('result: ')) result = line.slice('result: '.length);
    else steps.push(line);
    if (steps.length === 1) begun = performance.now();
    if (steps.length === 1 && killAfter !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    if (result === null) await hold?.(line);
    if (killBefore === line) child.kill('SIGKILL');
    else child.stdin.write('go on\n');
  }
  const [, signal] = await ended;
  clearTimeout(timer);
  return { steps, result, killed: signal === 'SIGKILL', lasted: performance.now() - begun };
}
