import { RawStatistics } from '@facet/contract';
import { describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { ada } from './answers.examples';
import { rawStatistics } from './raw-statistics';
import { gather } from './read-answers/read-answers';

const statistics = async (csv: string): Promise<RawStatistics[]> => {
  const read = await gather(Readable.from([csv]), null);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return [...read.answers.leaders].flatMap((leader) => rawStatistics(read.answers.framework, leader));
};

/** Numbers to twelve digits, as a calculator gives them. */
const rounded = (one: RawStatistics): unknown =>
  JSON.parse(JSON.stringify(one), (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value));

const expectFigures = async (scope: RawStatistics['scope'], quality: string, figures: Omit<RawStatistics, 'scope' | 'quality'>) => {
  const found = (await statistics(ada)).find((one) => one.scope === scope && one.quality === quality);
  expect(found && rounded(found)).toEqual(rounded({ scope, quality, ...figures }));
};

describe('the statistics of one leader are what a calculator makes of the answers', () => {
  // Peers: (4, 3), (4, 4), (3, N), (5, N). The two complete ones: item variances 0 and 1/2, totals 7 and 8.
  test('peers on a quality with two behaviours', () =>
    expectFigures('peer', '1', {
      raters: 4,
      completeRaters: 2,
      itemMeans: { '1.1': 4, '1.2': 3.5 },
      byRaterMeans: 15.5 / 4,
      pooledMean: 23 / 6,
      meanOfItemMeans: 3.75,
      rwg: { '1.1': 2 / 3, '1.2': 3 / 4 },
      adm: { '1.1': 0.5, '1.2': 0.5 },
      rwgJ: 1.75 / 1.875,
      rStar: 0.875,
      alpha: 0,
      icc1: 0, // behaviours' means 4 and 3.5: MSB = 1/4; MSW = 1/4
      icc2: 0,
    }));

  // Complete: (4, 3), (4, 4), (2, 3), (3, 4), (4, 5), and a line manager (3, 2). Sums of squares 10/3 and 11/2, of the totals 77/6.
  test('all others, line managers included', () =>
    expectFigures('all_others', '1', {
      raters: 9,
      completeRaters: 6,
      itemMeans: { '1.1': 32 / 9, '1.2': 3.5 },
      byRaterMeans: 32.5 / 9,
      pooledMean: 53 / 15,
      meanOfItemMeans: (32 / 9 + 3.5) / 2,
      rwg: { '1.1': 11 / 18, '1.2': 0.45 },
      adm: { '1.1': 58 / 81, '1.2': 5 / 6 },
      rwgJ: (2 * (67 / 120)) / (2 * (67 / 120) + 53 / 120),
      rStar: 67 / 120,
      alpha: 48 / 77,
      icc1: -0.8 / 4.5, // MSB = 1/12, MSW = 53/60, k = 6
      icc2: -9.6,
    }));

  test('a quality with one behaviour has no alpha and no correlation within', () =>
    expectFigures('direct_report', '2', {
      raters: 2,
      completeRaters: 2,
      itemMeans: { '2.1': 4.5 },
      byRaterMeans: 4.5,
      pooledMean: 4.5,
      meanOfItemMeans: 4.5,
      rwg: { '2.1': 0.75 },
      adm: { '2.1': 0.5 },
      rwgJ: 0.75,
      rStar: 0.75,
      alpha: null,
      icc1: null,
      icc2: null,
    }));

  test('one rater alone agrees with nobody', () =>
    expectFigures('other', '1', {
      raters: 1,
      completeRaters: 1,
      itemMeans: { '1.1': 4, '1.2': 5 },
      byRaterMeans: 4.5,
      pooledMean: 4.5,
      meanOfItemMeans: 4.5,
      rwg: { '1.1': null, '1.2': null },
      adm: { '1.1': null, '1.2': null },
      rwgJ: null,
      rStar: null,
      alpha: null,
      icc1: null,
      icc2: null,
    }));
});

test('a rater enters the mean by raters with at least half of the behaviours, and the others with all', async () => {
  const rate = (rater: string, ...ratings: (number | 'N')[]) => ratings.map((rating, at) => `Ada,${rater},peer,1.${at + 1},${rating}`);
  const rows = [...rate('a', 5, 5, 5), ...rate('b', 1, 1, 'N'), ...rate('c', 3, 'N', 'N')];
  const [peers] = await statistics(['leader,rater,group,behaviour,rating', ...rows].join('\n'));
  expect(peers).toMatchObject({ raters: 3, completeRaters: 1, byRaterMeans: 3, pooledMean: 20 / 6 });
});

test('there is an entry for every scope and quality, without a number where nobody answered', async () => {
  const all = await statistics('leader,rater,group,behaviour,rating\nAda,a,self,1.1,4\nAda,a,self,2.1,4\nAda,b,peer,2.1,N\n');
  expect(all.map(({ scope, quality }) => `${scope} ${quality}`)).toEqual(
    ['peer', 'direct_report', 'other', 'all_others'].flatMap((scope) => [`${scope} 1`, `${scope} 2`]),
  );
  for (const one of all) {
    expect(RawStatistics.parse(one)).toEqual(one);
    expect(one).toMatchObject({
      raters: 0,
      completeRaters: 0,
      byRaterMeans: null,
      pooledMean: null,
      meanOfItemMeans: null,
      rwgJ: null,
      alpha: null,
    });
  }
});
