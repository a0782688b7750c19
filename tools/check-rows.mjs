// The table of bad inputs numbers its rows; a test that tries one says so in its title: "row 27: …", "rows 27, 28: …". Its row 78 is
// another table, of faults of mail: theirs say "F12: …", or "row 79: F25: …". This lists how many tests carry each row, and fails where
// one has none.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const FAULTS = 78;
const wanted = [
  ...range(1, 10),
  ...range(12, 15),
  ...range(17, 21),
  ...[23, 25, 26],
  ...range(27, 34),
  ...range(36, 40),
  ...range(42, 48),
  ...[50, 51, 52],
  ...range(54, 59),
  ...[61, 62, 63],
  ...range(65, 69),
  ...[71, 73, 74, 76, FAULTS, 79, 80],
  ...range(82, 85),
  ...[87, 89, 91, 92],
];

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.spec.ts', '*.journey.ts'], { encoding: 'utf8' });
const carried = new Map(wanted.map((row) => [row, 0]));
const faults = new Map(range(1, 26).map((fault) => [fault, 0]));
for (const file of files.trim().split('\n')) {
  const text = readFileSync(file, 'utf8');
  for (const [, list] of text.matchAll(/[`'"]rows? ((?:\d+(?:, | and )?)+): /g))
    for (const row of list.match(/\d+/g).map(Number)) count(carried, row);
  for (const [, fault] of text.matchAll(/[`'"](?:row \d+: )?F(\d+)(?= [^`'"]*: |: )/g)) count(faults, Number(fault));
}
carried.set(FAULTS, Math.min(...faults.values()));

const without = wanted.filter((row) => carried.get(row) === 0);
console.log(
  [...carried]
    .toSorted(([a], [b]) => a - b)
    .map(([row, tests]) => `row ${row}: ${tests}`)
    .join(', '),
);
console.log(without.length === 0 ? `rows: ${wanted.length} of ${wanted.length} have a test` : `rows without a test: ${without.join(', ')}`);
const unmet = [...faults].filter(([, tests]) => tests === 0).map(([fault]) => `F${fault}`);
if (unmet.length > 0) console.log(`faults of mail without a test: ${unmet.join(', ')}`);
process.exitCode = without.length === 0 ? 0 : 1;

function count(tally, key) {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
