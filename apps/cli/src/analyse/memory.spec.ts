import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../../../../dist/apps/cli/main.js', import.meta.url));
const telling = 'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';

/** Rows about this many leaders, each with 12 raters of all groups and 28 behaviours: 336 a leader. */
const rows = (leaders: number): string[] =>
  Array.from({ length: leaders * 336 }, (_, row) => {
    const [leader, rater, behaviour] = [Math.floor(row / 336), Math.floor(row / 28) % 12, row % 28];
    const group = rater < 2 ? ['self', 'line_manager'][rater] : ['peer', 'direct_report', 'other'][(rater * 7 + leader) % 3];
    const rating = (row * 31 + leader) % 9 === 0 ? 'N' : ((row * 17 + rater * leader) % 5) + 1;
    const comment = behaviour % 4 === 0 ? 'An example of where this was seen and as long as most of them are.' : '';
    return `Leader ${leader},rater-${leader}-${rater},${group},${Math.floor(behaviour / 4) + 1}.${(behaviour % 4) + 1},${rating},${comment},`;
  });

/** The most memory that the built program held while it analysed a file, in megabytes. */
const peak = async (file: string): Promise<number> => {
  const words = ['--import', telling, program, 'analyse', file, '--json'];
  const { stderr } = await promisify(execFile)(process.execPath, words, { maxBuffer: 100_000_000 });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
};

test('a hundred thousand rows are analysed within 150 MB more than next to none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'memory-'));
  const header = 'leader,rater,group,behaviour,rating,seen,help';
  const [small, large] = [join(folder, 'small.csv'), join(folder, 'large.csv')];
  await writeFile(small, [header, ...rows(1).slice(0, 1)].join('\n'));
  await writeFile(large, [header, ...rows(298)].join('\n'));
  const [before, after] = [await peak(small), await peak(large)];
  console.log(`facet analyse: ${before.toFixed(0)} MB for 1 row, ${after.toFixed(0)} MB for ${298 * 336} rows`);
  expect(after - before).toBeLessThan(150);
});
