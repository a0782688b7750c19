import { describe, expect, test } from '@jest/globals';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers } from '../answers';
import { framework } from '../answers.examples';
import { readAnswers } from './read-answers';

const folder = await mkdtemp(join(tmpdir(), 'analyse-'));

const accepted = async (text: string, over: typeof framework | null = null): Promise<Answers> => {
  const file = join(folder, 'answers.csv');
  await writeFile(file, text);
  const read = await readAnswers(file, over);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.answers;
};

const plain = 'leader,rater,group,behaviour,rating,seen,help\nAda,r1,peer,1.1,4,Well,\nAda,r1,peer,1.2,N,,\nAda,me,self,1.1,5,,More\n';

describe('the same answers, with the comments of confidential raters counted, are read from', () => {
  const answers = {
    leader: 'Ada',
    raters: [
      { group: 'self', ratings: { '1.1': 5 } },
      { group: 'peer', ratings: { '1.1': 4, '1.2': null } },
    ],
    comments: { seen: 1, help: 0 },
  };

  test.each<[string, string]>([
    ['a plain file', plain],
    ['one with a byte order mark', `\uFEFF${plain}`],
    ['one with the line ends of Windows', plain.replaceAll('\n', '\r\n')],
    ['one with the line ends of an old Mac', plain.replaceAll('\n', '\r')],
    ['one whose last line does not end', plain.trimEnd()],
    ['one with empty lines', plain.replaceAll('\n', '\n\n  \n')],
    ['one with rows of empty cells', plain.replaceAll('\n', '\n,,,,,,\n')],
    ['one with semicolons', plain.replaceAll(',', ';')],
    ['one with tabs', plain.replaceAll(',', '\t')],
    ['one with everything in quotation marks', plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ['one with blanks around its cells', plain.replaceAll(',', ' , ')],
    [
      'one with its columns in another order',
      'help,rating,rater,seen,behaviour,leader,group\n,4,r1,Well,1.1,Ada,peer\n,N,r1,,1.2,Ada,peer\nMore,5,me,,1.1,Ada,self\n',
    ],
  ])('%s', async (_, text) => {
    expect([...(await accepted(text)).leaders]).toEqual([answers]);
  });
});

test('comments may hold separators, quotation marks and lines of their own, and are counted', async () => {
  const text = 'seen,leader,rater,group,behaviour,rating\n"One, ""two""\r\n\r\nthree;",Ada,r1,peer,1.1,4\n  ,Ada,r2,peer,1.1,3\n';
  const { leaders } = await accepted(text);
  expect([...leaders].map(({ raters, comments }) => [raters.length, comments])).toEqual([[2, { seen: 1, help: 0 }]]);
});

test('a file may do without comments', async () => {
  const { leaders } = await accepted('leader,rater,group,behaviour,rating\nAda,r1,peer,1.1,4\n');
  expect([...leaders][0]?.comments).toEqual({ seen: 0, help: 0 });
});

test('a rater may rate several leaders, in one group of each', async () => {
  const { leaders } = await accepted('leader,rater,group,behaviour,rating\nBo,r1,peer,1.1,4\nAda,r1,other,1.1,3\nBo,Bo,self,1.1,2\n');
  expect([...leaders].map(({ leader, raters }) => [leader, raters.map(({ group }) => group)])).toEqual([
    ['Bo', ['self', 'peer']],
    ['Ada', ['other']],
  ]);
});

test('without a framework the behaviours are those that were rated, in the order of their codes, on five points', async () => {
  const codes = ['10.1', '2.10', '2.9', '1.2.1', '1.1.3', 'b.1', 'B.1'];
  const { framework: derived } = await accepted(
    `leader,rater,group,behaviour,rating\n${codes.map((code) => `Ada,r1,peer,${code},N\n`).join('')}`,
  );
  expect(derived.qualities.map(({ code, behaviours }) => [code, behaviours.map((one) => one.code)])).toEqual([
    ['1.1', ['1.1.3']],
    ['1.2', ['1.2.1']],
    ['2', ['2.9', '2.10']],
    ['10', ['10.1']],
    ['B', ['B.1']],
    ['b', ['b.1']],
  ]);
  expect(derived.scale.points).toHaveLength(5);
});

test('with a framework its behaviours and its scale count, rated or not', async () => {
  const { framework: given } = await accepted(plain, framework);
  expect(given).toBe(framework);
});

test('nothing of who a rater is goes on from the reading', async () => {
  const text = 'leader,rater,group,behaviour,rating,seen\nAda,RATER-7,peer,1.1,4,COMMENT-7\n';
  const { leaders } = await accepted(text);
  expect(JSON.stringify([...leaders])).not.toMatch(/RATER|COMMENT/);
});
