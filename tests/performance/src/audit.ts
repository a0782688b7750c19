import { findExposed } from '@facet/domain-disclosure';
import { auditForReaders } from '@facet/domain-report';
import { measureInTurn, type Measured } from './measure';
import { hardNumbers, reportOf, sampleRound } from './sample-round';

// What the audit costs: nx run performance:audit. Figures of this machine at this moment; the ratios are what compares.
const RUNS = 15;

const print = (...columns: readonly string[]): boolean =>
  process.stdout.write(`${columns.map((column) => column.padStart(24)).join('')}\n`);
const inWords = ({ median, fastest, slowest }: Measured): string => `${median.toFixed(1)} (${fastest.toFixed(1)} to ${slowest.toFixed(1)})`;

process.stdout.write(
  `Part of P6. Milliseconds: median (range) of ${RUNS} runs in turn; 30 behaviours, 3 groups, 1 rating in 12 not observed.\n\n`,
);
print('raters, k', 'figures', 'make the report', 'audit it', 'audit / make', 'audit / audit of 10');
const rounds = [
  [10, 3],
  [20, 3],
  [30, 3],
  [60, 3],
  [60, 5],
].map(([raters = 0, minimum = 0]) => ({ raters, minimum, round: sampleRound(raters, minimum) }));
const reports = rounds.map(({ round }) => reportOf(round));
const audits = rounds.map(({ round }, index) => auditForReaders(reports[index] ?? reportOf(round), round.roster));
const measured = measureInTurn(RUNS, [
  ...rounds.map(
    ({ round }) =>
      () =>
        reportOf(round),
  ),
  ...rounds.map(
    ({ round }, index) =>
      () =>
        auditForReaders(reports[index] ?? reportOf(round), round.roster),
  ),
]);
const [ofTen] = measured.slice(rounds.length);
rounds.forEach(({ raters, minimum }, index) => {
  const [made, audited] = [measured[index], measured[rounds.length + index]];
  if (!made || !audited || !ofTen) return;
  print(
    `${raters}, ${minimum}`,
    `${audits[index]?.published ?? 0}${audits[index]?.passed ? '' : ' NOT PASSED'}`,
    inWords(made),
    inWords(audited),
    (audited.median / made.median).toFixed(2),
    (audited.median / ofTen.median).toFixed(2),
  );
});

process.stdout.write('\nThe longest search: numbers that nobody shares and that expose nobody, so that every set of k − 1 is asked.\n\n');
print('raters, k', 'numbers', 'search');
for (const [raters, minimum] of [
  [30, 3],
  [60, 3],
  [30, 5],
  [60, 5],
] as const) {
  const numbers = hardNumbers(raters, 20);
  const [searched] = measureInTurn(1, [() => findExposed(numbers, minimum, { knows: [] })]);
  if (searched) print(`${raters}, ${minimum}`, `${numbers.length}`, inWords(searched));
}
