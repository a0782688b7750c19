// The table of bad inputs numbers its rows; a test that tries one says so in its title: "row 27: …", "rows 27, 28: …". This lists
// how many tests carry each row that must be carried, and fails where one has none.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const wanted = [
  ...range(1, 10),
  ...range(12, 15),
  ...range(17, 21),
  23,
  ...range(27, 33),
  ...range(36, 39),
  ...range(42, 45),
  ...[51, 52, 54, 55, 56, 61, 63, 65, 66, 67, 68, 69, 79, 80, 82, 83, 91, 92],
];

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.spec.ts', '*.journey.ts'], { encoding: 'utf8' });
const carried = new Map(wanted.map((row) => [row, 0]));
for (const file of files.trim().split('\n'))
  for (const [, list] of readFileSync(file, 'utf8').matchAll(/[`'"]rows? ((?:\d+(?:, | and )?)+): /g))
    for (const row of list.match(/\d+/g).map(Number)) carried.set(row, (carried.get(row) ?? 0) + 1);

const without = wanted.filter((row) => carried.get(row) === 0);
console.log(
  [...carried]
    .toSorted(([a], [b]) => a - b)
    .map(([row, tests]) => `row ${row}: ${tests}`)
    .join(', '),
);
console.log(without.length === 0 ? `rows: ${wanted.length} of ${wanted.length} have a test` : `rows without a test: ${without.join(', ')}`);
process.exitCode = without.length === 0 ? 0 : 1;

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
