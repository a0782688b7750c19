import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../../../../dist/apps/cli/main.js', import.meta.url));
const telling = 'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';
const folder = await mkdtemp(join(tmpdir(), 'memory-'));

/** Rows about this many leaders, each with as many raters, of all groups, and 28 behaviours. */
const rows = (leaders: number, raters: number): string[] =>
  Array.from({ length: leaders * raters * 28 }, (_, row) => {
    const [leader, rater, behaviour] = [Math.floor(row / (raters * 28)), Math.floor(row / 28) % raters, row % 28];
    const group = rater < 2 ? ['self', 'line_manager'][rater] : ['peer', 'direct_report', 'other'][(rater * 7 + leader) % 3];
    const rating = (row * 31 + leader) % 9 === 0 ? 'N' : ((row * 17 + rater * leader) % 5) + 1;
    const comment = behaviour % 4 === 0 ? 'An example of where this was seen and as long as most of them are.' : '';
    return `Leader ${leader},rater-${leader}-${rater},${group},${Math.floor(behaviour / 4) + 1}.${(behaviour % 4) + 1},${rating},${comment},`;
  });

/** The most memory that the built program held while it analysed these rows, in megabytes. */
const peak = async (answers: readonly string[]): Promise<number> => {
  const file = join(folder, 'answers.csv');
  await writeFile(file, ['leader,rater,group,behaviour,rating,seen,help', ...answers].join('\n'));
  const words = ['--import', telling, program, 'analyse', file, '--json'];
  const { stderr } = await promisify(execFile)(process.execPath, words, { maxBuffer: 100_000_000 });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
};

const one = await peak(rows(1, 1).slice(0, 1));

test.each([
  [298, 12],
  [10, 358],
])('a hundred thousand rows about %i leaders are analysed within 150 MB more than one row', async (leaders, raters) => {
  const many = rows(leaders, raters);
  const most = await peak(many);
  console.log(`facet analyse: ${one.toFixed(0)} MB for 1 row; ${most.toFixed(0)} MB for ${many.length} about ${leaders} leaders`);
  expect(most - one).toBeLessThan(150);
});
