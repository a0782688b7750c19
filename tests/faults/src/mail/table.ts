import type { Tally } from './check-mails';

/** In the long mode each fault is met fifty times, by two hundred mails; otherwise once, by fewer. */
export const long = process.env['FACET_FAULTS'] === 'long';
export const repetitions = long ? 50 : 1;

/** One line of the table of faults. Nothing is ever lost: `checkMails` fails before it comes to that. */
export function tell(fault: string, tallies: readonly Tally[]): void {
  const sum = (of: keyof Tally): number => tallies.reduce((total, tally) => total + tally[of], 0);
  process.stderr.write(
    `${fault.padEnd(44)} runs ${tallies.length}  accepted ${sum('accepted')}  copies ${sum('copies')}  lost 0  unknown ${sum('unknown')}\n`,
  );
}
