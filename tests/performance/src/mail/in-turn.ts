import { loadavg } from 'node:os';
import { type Measured, middle } from '../measure';

export const RUNS = Number(process.env['FACET_RUNS'] ?? 3);

/** Runs in turn, so that whatever else the machine does meets all; of several figures each, the middle and the range. */
export async function inTurn<Name extends string>(
  once: (run: number) => Promise<Record<Name, number>>,
  runs = RUNS,
): Promise<Record<Name, Measured>> {
  const all: Record<Name, number>[] = [];
  for (let run = 0; run < runs; run++) all.push(await once(run));
  const names = Object.keys(all[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, middle(all.map((one) => one[name]))])) as Record<Name, Measured>;
}

/** One line of figures, with the load average at this moment. */
export const print = (...columns: readonly string[]): boolean =>
  process.stdout.write(
    `${[...columns, loadavg()[0]?.toFixed(1) ?? ''].map((text, at) => (at === 0 ? text.padEnd(62) : text.padStart(22))).join('')}\n`,
  );

/** What the figures mean that follow. */
export const head = (product: string, beside: string): boolean =>
  process.stdout.write(
    `Milliseconds: median (range) of ${RUNS} runs in turn. Test database: synchronous commits, not forced to the disk.\n\n` +
      `${['', product, beside, 'ratio', 'load average'].map((text, at) => (at === 0 ? text.padEnd(62) : text.padStart(22))).join('')}\n`,
  );

export const inWords = ({ median, fastest, slowest }: Measured): string =>
  `${median.toFixed(0)} (${fastest.toFixed(0)} to ${slowest.toFixed(0)})`;

export const ratio = (upper: Measured, lower: Measured): string => (upper.median / lower.median).toFixed(2);
