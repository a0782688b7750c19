// A Jest reporter that prints the table of faults at the end, from the lines that tests/faults/src/mail/table.ts kept.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/faults-table/', import.meta.url));
const { compare } = new Intl.Collator('en', { numeric: true });
const row = (fault, cells) => `${fault.padEnd(58)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
// Nothing is ever lost: the checker fails before it comes to that, and then there is no line.
const inWords = ({ fault, runs, accepted, copies, unknown, notRun }) =>
  notRun === null ? row(fault, [runs, accepted, copies, 0, unknown]) : `${row(fault, Array(5).fill('-'))}  not run: ${notRun}`;

export default class PrintFaults {
  onRunStart() {
    rmSync(folder, { recursive: true, force: true });
  }

  onRunComplete() {
    if (!existsSync(folder)) return;
    const lines = readdirSync(folder).map((name) => JSON.parse(readFileSync(folder + name, 'utf8')));
    const table = lines.sort((a, b) => compare(a.fault, b.fault)).map(inWords);
    const load = loadavg().map((one) => one.toFixed(1));
    process.stderr.write(`\n${row('fault', ['runs', 'accepted', 'duplicates', 'lost', 'unknown'])}\n${table.join('\n')}\n`);
    process.stderr.write(`load average: ${load.join(', ')}\n`);
  }
}
