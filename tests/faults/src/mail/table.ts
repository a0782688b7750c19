import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tally } from './check-mails';

/** In the long mode each fault is met fifty times, or as often as asked, by two hundred mails; otherwise once, by fewer. */
export const long = process.env['FACET_FAULTS'] === 'long';
export const repetitions = long ? Number(process.env['FACET_FAULT_RUNS'] ?? 50) : 1;

interface Line extends Tally {
  readonly fault: string;
  readonly runs: number;
  /** Why it was not run; null where it was. */
  readonly notRun: string | null;
}

/** Test files know nothing of each other: tools/print-faults.mjs prints the lines of all of them at the end. */
const FOLDER = join(import.meta.dirname, '../../../../dist/faults-table');

function keep(line: Line): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${line.fault.replace(/[^\w-]+/g, '-')}.json`), JSON.stringify(line));
}

/** A fault that this machine, or this project so far, cannot meet: said in the table, not left out. */
export function tellNotRun(fault: string, notRun: string): void {
  keep({ fault, runs: 0, accepted: 0, copies: 0, unknown: 0, notRun });
}

/** A fault that was not met as often as asked because a run went wrong: how far it came, for whoever reads the log. */
export function tellBroken(fault: string, tallies: readonly Tally[]): void {
  process.stderr.write(`${fault.padEnd(56)} BROKEN in run ${tallies.length + 1} of ${repetitions}\n`);
}

/** One line of the table of faults. Nothing is ever lost: `checkMails` fails before it comes to that. */
export function tell(fault: string, tallies: readonly Tally[]): void {
  const sum = (of: keyof Tally): number => tallies.reduce((total, tally) => total + tally[of], 0);
  keep({ fault, runs: tallies.length, accepted: sum('accepted'), copies: sum('copies'), unknown: sum('unknown'), notRun: null });
  process.stderr.write(
    `${fault.padEnd(56)} runs ${tallies.length}  accepted ${sum('accepted')}  copies ${sum('copies')}  lost 0  unknown ${sum('unknown')}\n`,
  );
}
