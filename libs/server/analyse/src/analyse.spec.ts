import { LeaderAnalysis } from '@facet/contract';
import { describe, expect, test } from '@jest/globals';
import { analyse, type Wanted } from './analyse';
import { ada, framework } from './answers.examples';
import { Readable } from 'node:stream';
import { gather } from './read-answers/read-answers';

const protectedly: Wanted = { minimum: 3, unprotected: false };

const analysed = async (csv: string, wanted = protectedly, over: typeof framework | null = null): Promise<LeaderAnalysis[]> => {
  const read = await gather(Readable.from([csv]), over);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return [...read.answers.leaders].map((leader) => {
    const analysis = analyse(read.answers.framework, leader, wanted);
    expect(LeaderAnalysis.parse(analysis)).toEqual(analysis);
    return JSON.parse(JSON.stringify(analysis)) as LeaderAnalysis;
  });
};

test('a leader’s analysis is what a calculator makes of the answers', async () => {
  expect(await analysed(ada)).toEqual([
    {
      leader: 'Ada',
      scale: { min: 1, max: 5 },
      minGroup: 3,
      groups: [
        { group: 'peer', shownAs: 'peer', raters: 4 },
        { group: 'direct_report', shownAs: 'together', raters: 3 },
        { group: 'other', shownAs: 'together', raters: 3 },
      ],
      behaviours: [
        {
          code: '1.1',
          self: 5,
          lineManagers: [4, 3],
          groups: { peer: { mean: 4, n: 4 }, together: { mean: 3, n: 3 } },
          allOthers: { mean: 32 / 9, n: 9 },
          gap: 13 / 9,
          verdict: 'self_higher', // 1.44 ≥ 1, and above 1.96 / √7 = 0.74
        },
        {
          code: '1.2',
          self: 3,
          lineManagers: [null, 2],
          groups: { peer: { withheld: 'too_few_saw_it' }, together: { mean: 4, n: 3 } },
          allOthers: { mean: 3.5, n: 4 },
          gap: -0.5,
          verdict: 'in_line',
        },
        {
          code: '2.1',
          self: 2,
          lineManagers: [4, null],
          groups: { peer: { mean: 4.5, n: 4 }, together: { mean: 4, n: 3 } },
          allOthers: { mean: 4.25, n: 8 },
          gap: -2.25,
          verdict: 'self_lower',
        },
      ],
      qualities: [
        {
          code: '1',
          self: 4,
          lineManagers: [4, 2.5],
          groups: { peer: { mean: 4 }, together: { mean: 3.5 } },
          allOthers: { mean: 127 / 36 }, // (32/9 + 7/2) / 2
          gap: 17 / 36,
          verdict: 'in_line', // 0.47 < 0.5
          classification: 'agree_low',
          agreement: null, // peers are not shown on 1.2, and three are left
        },
        {
          code: '2',
          self: 2,
          lineManagers: [4, null],
          groups: { peer: { mean: 4.5 }, together: { mean: 4 } },
          allOthers: { mean: 4.25 },
          gap: -2.25,
          verdict: 'self_lower',
          classification: 'under_high',
          agreement: 'high', // seven raters, one behaviour: rWG = 1 − (4/7) / 2 = .71
        },
      ],
      firstPage: { confirmedStrengths: [], blindSpots: ['1.1'], hiddenStrengths: ['2.1'] },
      audit: { passed: true, published: 19 },
    },
  ]);
});

const rows = (...lines: string[]): string => ['leader,rater,group,behaviour,rating', ...lines].join('\n');
const of = (group: string, ...ratings: (number | 'N')[]): string[] =>
  ratings.map((rating, at) => `Ada,${group}${at},${group},1.1,${rating}`);

describe('which groups are shown', () => {
  test('none, with its count, when all together are too few', async () => {
    const [analysis] = await analysed(rows(...of('peer', 4), ...of('other', 5), ...of('self', 3), ...of('line_manager', 2)));
    expect(analysis?.groups).toEqual([
      { group: 'peer', shownAs: null, raters: null },
      { group: 'other', shownAs: null, raters: null },
    ]);
    expect(analysis?.behaviours).toEqual([
      {
        code: '1.1',
        self: 3,
        lineManagers: [2],
        groups: { peer: { withheld: 'too_few' }, other: { withheld: 'too_few' } },
        allOthers: { withheld: 'too_few' },
        gap: null,
        verdict: null,
      },
    ]);
    expect(analysis?.qualities).toMatchObject([{ self: null, lineManagers: [null], allOthers: { withheld: 'too_few' }, gap: null }]);
  });

  test('only those that are in the file; nobody but the leader is no group at all', async () => {
    const [analysis] = await analysed(rows(...of('self', 3)));
    expect(analysis).toMatchObject({ groups: [], behaviours: [{ self: 3, groups: {}, allOthers: { withheld: 'too_few' } }] });
  });

  test('more than three where the minimum is higher', async () => {
    const file = rows(...of('peer', 4, 4, 4, 4), ...of('other', 2, 2, 2, 2, 2));
    const shown = async (minimum: number) => (await analysed(file, { ...protectedly, minimum }))[0]?.groups.map(({ shownAs }) => shownAs);
    expect(await shown(4)).toEqual(['peer', 'other']);
    expect(await shown(5)).toEqual(['together', 'together']);
  });
});

test('a rater who saw nothing counts as one who answered, and stands behind no number', async () => {
  const [analysis] = await analysed(rows(...of('peer', 4, 5, 'N')));
  expect(analysis?.groups).toEqual([{ group: 'peer', shownAs: 'peer', raters: 3 }]);
  expect(analysis?.behaviours[0]?.groups).toEqual({ peer: { withheld: 'too_few_saw_it' } });
});

test('a behaviour of the framework that nobody rated has its place', async () => {
  const [analysis] = await analysed(rows(...of('peer', 4, 5, 3)), protectedly, framework);
  expect(analysis?.behaviours.map(({ code, groups }) => [code, groups])).toEqual([
    ['1.1', { peer: { mean: 4, n: 3 } }],
    ['1.2', { peer: { withheld: 'too_few_saw_it' } }],
    ['2.1', { peer: { withheld: 'too_few_saw_it' } }],
  ]);
});

test('the framework’s scale decides what is high and what is a gap', async () => {
  const seven = {
    ...framework,
    scale: { ...framework.scale, points: Array.from({ length: 7 }, (_, at) => ({ value: at + 1, label: `${at}` })) },
  };
  const [analysis] = await analysed(rows(...of('peer', 6, 6, 7), ...of('self', 7)), protectedly, seven);
  expect(analysis).toMatchObject({ scale: { min: 1, max: 7 }, firstPage: { confirmedStrengths: ['1.1'] } });
});

test('each leader has an analysis of their own, in the order of the file', async () => {
  const both = await analysed(`${rows(...of('peer', 1, 2, 3))}\n${of('peer', 3, 4, 5).join('\n').replaceAll('Ada', 'Bo')}`);
  expect(both.map(({ leader, behaviours }) => [leader, behaviours[0]?.allOthers])).toEqual([
    ['Ada', { mean: 2, n: 3 }],
    ['Bo', { mean: 4, n: 3 }],
  ]);
});

test('statistics over the raw file are there only when they are asked for', async () => {
  expect((await analysed(ada))[0]).not.toHaveProperty('statistics');
  expect((await analysed(ada, { ...protectedly, unprotected: true }))[0]?.statistics).toHaveLength(8);
});
