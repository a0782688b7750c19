import { Analysis, RawStatistics } from '@facet/contract';
import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recorded } from '../recorded';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const shipped = join(root, 'framework/leadership-qualities.yaml');
const folder = await mkdtemp(join(tmpdir(), 'analyse-'));

const file = async (...rows: string[]): Promise<string> => {
  const path = join(folder, 'answers.csv');
  await writeFile(path, ['leader,rater,group,behaviour,rating,seen,help', ...rows].join('\n'));
  return path;
};

const rate = (rater: string, group: string, ...ratings: (number | 'N')[]): string[] =>
  ratings.map((rating, at) => `Ada Hill,RATER-${rater},${group},1.${at + 1},${rating},COMMENT-${rater},`);

const ada = (): Promise<string> =>
  file(
    ...rate('a', 'self', 5, 3),
    ...rate('b', 'line_manager', 4, 'N'),
    ...rate('c', 'line_manager', 3, 2),
    ...[...rate('d', 'peer', 4, 3), ...rate('e', 'peer', 4, 4), ...rate('f', 'peer', 3, 'N'), ...rate('g', 'peer', 5, 'N')],
    ...[...rate('h', 'direct_report', 2, 3), ...rate('i', 'direct_report', 3, 4), ...rate('j', 'other', 4, 5)],
  );

test('a leader’s report is printed as a table that a person can read', async () => {
  const { code, printed, reported } = await recorded('analyse', await ada());
  expect({ code, reported }).toEqual({ code: 0, reported: '' });
  expect(printed).toBe(`Ada Hill
Scale of 1 to 5. A number is shown where at least 3 confidential raters stand behind it.

Groups
  Peers                   4 raters
  Direct reports          in “Colleagues, together”, 3 raters
  Governors and partners  in “Colleagues, together”, 3 raters

First page
  Confirmed strengths  none
  Blind spots          1.1
  Hidden strengths     none

Qualities and their behaviours (number of ratings)
         Self  Line manager  Peers     Colleagues, together  All others  Gap    In words
  1      4.00  4.00, 2.50    4.00      3.50                  3.53        +0.47  in line
    1.1  5.00  4.00, 3.00    4.00 (4)  3.00 (3)              3.56 (9)    +1.44  self higher
    1.2  3.00  –, 2.00       –         4.00 (3)              3.50 (4)    −0.50  in line

Not shown
  Peers, too few saw this: 1.2

Comments of confidential raters: 14 on what was seen, 0 on what would help. They are counted and never printed.
Checked a second time: no combination of the 11 numbers above that rest on confidential raters depends on fewer than 3 of them.
`);
});

test('a leader whom too few have rated has a table that says so', async () => {
  const { printed } = await recorded('analyse', await file(...rate('a', 'peer', 4), ...rate('b', 'other', 5)));
  expect(printed).toContain('Peers                   not shown: too few answered');
  expect(printed).toContain('All others, too few answered: every behaviour');
  expect(printed).toContain('Comments: too few answered to say how many were written.');
  expect(printed).toContain('Checked a second time: no number above rests on confidential raters.');
});

test('a name that would steer a terminal, or begin a line of its own, is shown with marks', async () => {
  const path = await file(...rate('a', 'peer', 4).map((row) => row.replace('Ada Hill', '"A\u001B[31mda\nHill"')));
  expect((await recorded('analyse', path)).printed.split('\n')[0]).toBe('A\uFFFD[31mda\uFFFDHill');
});

test('--json prints what the schema describes, leader by leader', async () => {
  const path = await file(...rate('a', 'peer', 4), ...rate('b', 'peer', 5).map((row) => row.replace('Ada', 'Bo')));
  const { code, printed, reported } = await recorded('analyse', path, '--json');
  expect({ code, reported }).toEqual({ code: 0, reported: '' });
  const analysis = Analysis.parse(JSON.parse(printed));
  expect(analysis).toEqual(JSON.parse(printed));
  expect(analysis.map(({ leader, minGroup }) => [leader, minGroup])).toEqual([
    ['Ada Hill', 3],
    ['Bo Hill', 3],
  ]);
});

test('--min-group asks for larger groups', async () => {
  const { printed } = await recorded('analyse', await ada(), '--json', '--min-group', '5');
  expect(Analysis.parse(JSON.parse(printed))[0]).toMatchObject({
    minGroup: 5,
    groups: ['peer', 'direct_report', 'other'].map((group) => ({ group, shownAs: 'together', raters: 7 })),
  });
});

test('--framework brings every behaviour, the names of qualities and the scale', async () => {
  const path = await ada();
  const { printed } = await recorded('analyse', path, '--json', '--framework', shipped);
  expect(Analysis.parse(JSON.parse(printed))[0]?.behaviours).toHaveLength(30);
  expect((await recorded('analyse', path, '--framework', shipped)).printed).toMatch(/\n {2}1 Leading relies on/);
});

test('--unprotected says whom its statistics give away, and adds them', async () => {
  const json = await recorded('analyse', await ada(), '--json', '--unprotected');
  expect(json.code).toBe(0);
  expect(json.reported).toContain('Warning: --unprotected');
  expect(Analysis.parse(JSON.parse(json.printed))[0]?.statistics).toHaveLength(RawStatistics.shape.scope.options.length);
  const table = await recorded('analyse', await ada(), '--unprotected');
  expect(table.printed).toContain('Over the raw file, without any protection');
  expect(table.printed).toMatch(/All others +1 +9 +6 +3\.611 +3\.533 +3\.528 +0\.717 +0\.558 +0\.623 +-0\.178 +-9\.600/);
});

test.each([[[]], [['--json']], [['--unprotected']], [['--json', '--unprotected']]])(
  'no rater and no comment is printed: %j',
  async (words) => {
    const { printed, reported } = await recorded('analyse', await ada(), ...words);
    expect(printed).not.toMatch(/RATER|COMMENT/);
    expect(reported).not.toMatch(/RATER|COMMENT/);
  },
);

describe('what cannot be read ends with 2, with nothing on standard output, and says where', () => {
  test('rows that are wrong, and who they are from stays unsaid', async () => {
    const path = await file(...rate('a', 'boss', 4), ...rate('a', 'peer', 6), ...rate('a', 'peer', 4), ...rate('a', 'other', 4));
    expect(await recorded('analyse', path, '--json')).toEqual({
      code: 2,
      printed: '',
      reported: [
        `${path}:2:18 group: “boss” stands here. A group is self, line_manager, peer, direct_report, other.`,
        `${path}:3:27 rating: “6” stands here. A rating is a whole number from 1 to 5, or N for not observed.`,
        `${path}:5:18 group: This rater of this leader is in the group peer on line 4.`,
      ].join('\n'),
    });
  });

  test.each<[string, string]>([
    [join(folder, 'nowhere.csv'), 'There is no such file.'],
    [folder, 'This is a folder. Name a file in it.'],
  ])('%s', async (path, reason) => {
    expect(await recorded('analyse', path)).toEqual({ code: 2, printed: '', reported: `${path}: ${reason}` });
  });

  test('a framework that is not valid', async () => {
    const path = join(folder, 'framework.yaml');
    await writeFile(path, 'name: Ours\nscale: 5\n');
    const { code, printed, reported } = await recorded('analyse', await ada(), '--framework', path);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(reported).toContain(`${path}:2:1 Here belongs a group of`);
  });

  test('a framework that is not there', async () => {
    const { code, printed, reported } = await recorded('analyse', await ada(), '--framework', 'nowhere.yaml');
    expect({ code, printed, reported }).toEqual({ code: 2, printed: '', reported: 'nowhere.yaml: There is no such file.' });
  });
});

describe('words that are not understood end with 2 and the usage', () => {
  test.each<[string[], string]>([
    [[], 'Which file?'],
    [['a.csv', 'b.csv'], 'One file at a time'],
    [['a.csv', '--min-group', '2'], '3, 4 or 5'],
    [['a.csv', '--min-group', '6'], '3, 4 or 5'],
    [['a.csv', '--min-group', '3.0'], '3, 4 or 5'],
    [['a.csv', '--min-group='], '3, 4 or 5'],
    [['a.csv', '--min-group'], "'--min-group <value>' argument missing"],
    [['a.csv', '--framework'], "'--framework <value>' argument missing"],
    [['a.csv', '--protected'], "Unknown option '--protected'"],
    [['a.csv', '--json=yes'], "'--json' does not take an argument"],
    [['schema', 'a.csv'], '“a.csv” is not understood.'],
  ])('facet analyse %j', async (words, expected) => {
    const { code, printed, reported } = await recorded('analyse', ...words);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(reported).toContain(expected);
    expect(reported).toContain('Usage: facet analyse');
  });
});

test('the JSON Schema in docs is the one that the program prints', async () => {
  const { code, printed } = await recorded('analyse', 'schema');
  expect(code).toBe(0);
  expect(JSON.parse(await readFile(join(root, 'docs/analyse.schema.json'), 'utf8'))).toEqual(JSON.parse(printed));
});
