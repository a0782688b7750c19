import type { LeaderAnalysis } from '@facet/contract';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Readable } from 'node:stream';
import { analyse } from './analyse';
import { commentMark, csvOf, fileRows, raterMark, shuffledColumns } from './files.examples';
import { gather } from './read-answers/read-answers';

const analysed = async (csv: string, minimum: number): Promise<LeaderAnalysis[]> => {
  const read = await gather(Readable.from([csv]), null);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const all = [...read.answers.leaders].map((leader) => analyse(read.answers.framework, leader, { minimum, unprotected: true }));
  return all.sort((one, other) => one.leader.localeCompare(other.leader));
};

const minimums = fc.constantFrom(3, 4, 5);

test('the order of rows and of columns changes nothing', () =>
  fc.assert(
    fc.asyncProperty(
      fileRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      shuffledColumns,
      minimums,
      async ([rows, shuffled], columns, minimum) => {
        const one = await analysed(csvOf(rows), minimum);
        const other = await analysed(csvOf(shuffled, columns), minimum);
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      },
    ),
    { numRuns: 100 },
  ));

test('no rater and no comment comes out, and no number without enough raters behind it', () =>
  fc.assert(
    fc.asyncProperty(fileRows, minimums, async (rows, minimum) => {
      const all = await analysed(csvOf(rows), minimum);
      const json = JSON.stringify(all);
      expect(json).not.toContain(raterMark);
      expect(json).not.toContain(commentMark);
      expect(json).not.toContain('NaN');
      for (const { audit, behaviours } of all) {
        expect(audit.passed).toBe(true);
        for (const { groups } of behaviours)
          for (const cell of Object.values(groups)) if ('n' in cell) expect(cell.n).toBeGreaterThanOrEqual(minimum);
      }
    }),
    { numRuns: 100 },
  ));
