import { forDisplay, gapForDisplay } from '@facet/charts';
import {
  agreementInWords,
  classificationInWords,
  verdictInWords,
  withheldInWords,
  type CellView,
  type InWords,
  type LeaderAnalysis,
  type RawStatistics,
  type ScoreView,
} from '@facet/contract';
import { limits } from '@facet/domain-framework';
import { togetherLabel } from '@facet/domain-disclosure';
import { labelOf } from '@facet/domain-round';
import { chanceOf, highSide, noise, rStar, rwgJ, spearmanBrown, threshold, toNumber, uniformVariance } from '@facet/domain-statistics';
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { analyse } from '../analyse';
import type { RaterAnswers } from '../answers';
import { gather } from '../read-answers/read-answers';
import { calculate } from './calculate';
import { csvOf, tablesOf, textOf } from './read-page';

const page = readFileSync(new URL('../../../../../docs/statistics.md', import.meta.url), 'utf8');
const tables = tablesOf(page);
const rowsOf = (...header: string[]): readonly (readonly string[])[] =>
  tables.find((table) => table.header.join() === header.join())?.rows ?? [];

const read = await gather(Readable.from([csvOf(page)]), null);
if ('faults' in read) throw new Error(JSON.stringify(read.faults));
const [example] = read.answers.leaders;
if (example === undefined) throw new Error('The example has no leader.');
const analysis = analyse(read.answers.framework, example, { minimum: 3, unprotected: true });
const points = analysis.scale.max;

type Line = 'peer' | 'together';
type Row = LeaderAnalysis['behaviours'][number] | LeaderAnalysis['qualities'][number];

const shown = (value: number | null | undefined): string => (typeof value === 'number' ? forDisplay(value, 2) : '–');
const cell = (value: CellView | ScoreView | undefined): string => {
  if (value === undefined) return '';
  if ('withheld' in value) return withheldInWords[value.withheld];
  return 'n' in value ? `${shown(value.mean)} (${value.n})` : shown(value.mean);
};
/** Confidential raters behind all others on a behaviour. */
const ratersBehind = ({ groups }: LeaderAnalysis['behaviours'][number]): number =>
  Object.values(groups).reduce((sum, one) => sum + ('n' in one ? one.n : 0), 0);
const behavioursOf = (quality: string) => analysis.behaviours.filter(({ code }) => code.startsWith(`${quality}.`));
const noiseOf = (row: Row): number =>
  'classification' in row
    ? noise({ level: 'quality', points, raters: Math.min(...behavioursOf(row.code).map(ratersBehind)) })
    : noise({ level: 'behaviour', points, raters: ratersBehind(row) });

const figures = (row: Row): string[] => [
  row.code,
  shown(row.self),
  row.lineManagers.map(shown).join(),
  ...(['peer', 'together'] satisfies Line[]).map((line) => cell(row.groups[line])),
  cell(row.allOthers),
  row.gap === null ? '–' : gapForDisplay(row.gap),
  shown(noiseOf(row)),
  row.verdict === null ? '–' : verdictInWords[row.verdict].short,
];
const columns = ['Self', labelOf('line_manager'), labelOf('peer'), togetherLabel, 'All others', 'Gap', 'Noise', 'Verdict'];

test('the example’s groups stand on the lines that the page says', () => {
  expect(rowsOf('Group', 'Shown as', 'Raters')).toEqual(
    analysis.groups.map(({ group, shownAs, raters }) => [
      labelOf(group),
      shownAs === 'together' ? togetherLabel : labelOf(shownAs ?? group),
      String(raters),
    ]),
  );
});

test('the example gives every figure of its behaviours that the page prints', () => {
  expect(rowsOf('Behaviour', ...columns)).toEqual(analysis.behaviours.map(figures));
});

test('the example gives every figure of its qualities that the page prints', () => {
  expect(rowsOf('Quality', ...columns, 'Classification', 'Agreement')).toEqual(
    analysis.qualities.map((row) => [
      ...figures(row),
      row.classification === null ? '–' : classificationInWords[row.classification].short,
      row.agreement === null ? '–' : agreementInWords[row.agreement].short,
    ]),
  );
});

test('the example gives the first page that the page prints', () => {
  const { confirmedStrengths, blindSpots, hiddenStrengths } = analysis.firstPage;
  expect(rowsOf('List', 'Behaviours')).toEqual([
    ['Confirmed strengths', confirmedStrengths.join(', ')],
    ['Blind spots', blindSpots.join(', ')],
    ['Hidden strengths', hiddenStrengths.join(', ')],
  ]);
});

const completeOn = (quality: string, raters: readonly RaterAnswers[]): number[][] => {
  const codes = behavioursOf(quality).map(({ code }) => code);
  return raters
    .filter(({ group }) => group !== 'self' && group !== 'line_manager')
    .map(({ ratings }) => codes.flatMap((code) => ratings[code] ?? []))
    .filter((row) => row.length === codes.length);
};

const meanOf = (value: CellView | ScoreView | undefined): number => (value && 'mean' in value ? value.mean : Number.NaN);

/** What the analysis has for the figures that can be worked out step by step, at full precision. */
const worked = (): ReadonlyMap<string, number> => {
  const complete = completeOn('2', example.raters);
  const chance = uniformVariance(points);
  return new Map([
    ...[...analysis.behaviours, ...analysis.qualities].flatMap((row): [string, number][] => {
      const of = 'classification' in row ? `quality ${row.code}` : row.code;
      return [
        [`Self on ${of}`, row.self ?? Number.NaN],
        [`${labelOf('peer')} on ${of}`, meanOf(row.groups.peer)],
        [`${togetherLabel} on ${of}`, meanOf(row.groups.together)],
        [`All others on ${of}`, meanOf(row.allOthers)],
        [`Gap on ${of}`, row.gap ?? Number.NaN],
        [`Noise of ${of}`, noiseOf(row)],
      ];
    }),
    ['Mean variance on quality 2', (1 - (rStar(complete, chance) ?? Number.NaN)) * chance],
    ['rWG(J) on quality 2', rwgJ(complete, chance) ?? Number.NaN],
  ]);
};

test('every step that the page calculates has the result beside it, and that is the report’s', () => {
  const rows = rowsOf('Figure', 'Calculation', 'Result');
  expect(rows.length).toBeGreaterThan(0);
  for (const [figure = '', calculation = '', result = ''] of rows) {
    const value = worked().get(figure) ?? Number.NaN;
    expect(calculate(calculation)).toBeCloseTo(value, 12);
    expect([figure, result]).toEqual([figure, figure.startsWith('Gap') ? gapForDisplay(value) : shown(value)]);
  }
});

test('the constants of every scale are those that verdicts are made with', () => {
  const scales = [4, 5, 6, 7];
  const known: Readonly<Record<string, (points: number) => number>> = {
    'Threshold of a quality': (A) => toNumber(threshold({ level: 'quality', points: A })),
    'Threshold of a behaviour': (A) => toNumber(threshold({ level: 'behaviour', points: A })),
    'High side': (A) => toNumber(highSide(A)),
    'Noise of a quality, n = 8': (A) => noise({ level: 'quality', points: A, raters: 8 }),
    'Noise of a behaviour, n = 8': (A) => noise({ level: 'behaviour', points: A, raters: 8 }),
    'Noise of a behaviour, n = 3': (A) => noise({ level: 'behaviour', points: A, raters: 3 }),
  };
  const rows = rowsOf('Figure', 'Formula', ...scales.map((A) => `${A} points`));
  expect(rows.map(([figure]) => figure)).toEqual(Object.keys(known));
  for (const [figure = '', formula = '', ...values] of rows) {
    expect([figure, ...values]).toEqual([figure, ...scales.map((A) => shown(known[figure]?.(A)))]);
    for (const A of scales) expect(calculate(formula, { A })).toBeCloseTo(known[figure]?.(A) ?? Number.NaN, 12);
  }
});

test('the constants in the page’s sentences are the same', () => {
  const text = textOf(page);
  const [quality, behaviour] = (['quality', 'behaviour'] as const).map((level) => ({
    from: forDisplay(toNumber(threshold({ level, points: 5 })), 1),
    noise: noise({ level, points: 5, raters: 1 }),
  }));
  const phrases = [
    `${behaviour?.noise} · SDw / √n`,
    `SDw is 1.0 · U for a behaviour and ${forDisplay((quality?.noise ?? 0) / (behaviour?.noise ?? 0), 1)} · U for a quality`,
    `a threshold of ${quality?.from} · U for a quality and ${behaviour?.from} · U for a behaviour`,
    `1 + 0.7 · (A − 1): ${toNumber(highSide(5))} on five points`,
    'It needs 5 who rated',
    `Beyond 60 raters or ${limits.behaviours.most} behaviours the levels for 60 or ${limits.behaviours.most} hold`,
    '**High** is above the 95th percentile of what they reach, **low** is below their 50th',
    `2.675 reads ${forDisplay(2.675, 2)}`,
  ];
  expect(phrases.filter((phrase) => !text.includes(phrase))).toEqual([]);
});

test('the formulas that agreement is made with are the ones in use', () => {
  const text = textOf(page);
  const nulls = [...text.matchAll(/σ² (?:=|is the variance of a die with A sides,) (\(A² − \d\) \/ \d+)/g)];
  expect(nulls.length).toBe(2);
  for (const [, formula = ''] of nulls) expect(calculate(formula.replace('A²', 'A × A'), { A: 6 })).toBeCloseTo(uniformVariance(6), 12);
  const [, formula = ''] = /rWG\(J\) = (.*?), S̄/.exec(text) ?? [];
  const readable = formula.replaceAll('·', '×').replaceAll('S̄/σ²', 'x');
  expect(calculate(readable, { J: 3, x: 0.4 })).toBeCloseTo(spearmanBrown(1 - 0.4, 3) ?? Number.NaN, 12);
});

test('the levels of chance are those of the table that agreement is judged by', () => {
  const rows = rowsOf('Raters', 'Behaviours', 'Points', '95th percentile', '50th percentile');
  expect(rows.length).toBeGreaterThan(0);
  for (const [raters, behaviours, scale, p95, p50] of rows) {
    const levels = chanceOf(Number(raters), Number(behaviours), Number(scale));
    expect([raters, behaviours, scale, p95, p50]).toEqual([raters, behaviours, scale, shown(levels?.p95), shown(levels?.p50)]);
  }
});

test('every verdict and every class is named by the word of the report, and beside it by its code in the numbers of facet analyse', () => {
  const named = (words: Readonly<Record<string, InWords>>): string[][] => Object.entries(words).map(([code, { short }]) => [short, code]);
  const rows = (first: string) => rowsOf(first, 'In the numbers', 'When').map(([word, code]) => [word, code]);
  expect(rows('Verdict')).toEqual(named(verdictInWords));
  expect(rows('Class')).toEqual(named(classificationInWords));
});

test('every reason for a missing number is explained, in the words of the report', () => {
  expect(rowsOf('Reason', 'On the page', 'When').map(([code, words]) => [code, words])).toEqual(Object.entries(withheldInWords));
});

/** Sets of n answers on five points, as counts: how many there are, and how many are the only one with their sum and sum of squares. */
const toldInFull = (n: number): readonly [all: number, told: number] => {
  const found = new Map<string, number>();
  const choose = (left: number, point: number, sum: number, squares: number): void => {
    if (point > 5) {
      if (left === 0) found.set(`${sum} ${squares}`, (found.get(`${sum} ${squares}`) ?? 0) + 1);
      return;
    }
    for (let count = 0; count <= left; count++) choose(left - count, point + 1, sum + count * point, squares + count * point * point);
  };
  choose(n, 1, 0, 0);
  const counts = [...found.values()];
  return [counts.reduce((sum, count) => sum + count, 0), counts.filter((count) => count === 1).length];
};

test('mean and standard deviation tell as many sets of answers in full as the page says', () => {
  const rows = rowsOf('n', 'Sets of answers', 'Told in full', 'Share');
  expect(rows.length).toBeGreaterThan(0);
  for (const [n, ...rest] of rows) {
    const [all, told] = toldInFull(Number(n));
    expect([n, ...rest]).toEqual([n, String(all), String(told), `${forDisplay((100 * told) / all, 0)} %`]);
  }
});

const researched = (value: number | null | undefined): string => (typeof value === 'number' ? forDisplay(value, 3).replace('-', '−') : '–');
const raw = (scope: RawStatistics['scope'], quality: string): RawStatistics | undefined =>
  analysis.statistics?.find((one) => one.scope === scope && one.quality === quality);

test('the example gives the unprotected figures that the page prints', () => {
  const names = ['byRaterMeans', 'pooledMean', 'meanOfItemMeans', 'rwgJ', 'rStar', 'alpha', 'icc1', 'icc2'] as const;
  const both = ['1', '2'].map((quality) => raw('all_others', quality));
  expect(rowsOf('Figure', 'Quality 1', 'Quality 2')).toEqual([
    ['raters', ...both.map((one) => String(one?.raters))],
    ['completeRaters', ...both.map((one) => String(one?.completeRaters))],
    ...names.map((name) => [name, ...both.map((one) => researched(one?.[name]))]),
  ]);
  const codes = both.flatMap((one) => Object.keys(one?.itemMeans ?? {}).map((code) => ({ code, one })));
  expect(rowsOf('Behaviour', 'itemMeans', 'rwg', 'adm')).toEqual(
    codes.map(({ code, one }) => [code, researched(one?.itemMeans[code]), researched(one?.rwg[code]), researched(one?.adm[code])]),
  );
});

test('the page shows whom unprotected figures give away: the only governor, answer by answer', () => {
  const governor = example.raters.find(({ group }) => group === 'other');
  const rows = rowsOf('Behaviour', 'Item mean of other');
  expect(rows).toEqual(analysis.behaviours.map(({ code }) => [code, String(governor?.ratings[code])]));
  const printed = ['1', '2'].flatMap((quality) => Object.entries(raw('other', quality)?.itemMeans ?? {}));
  expect(rows).toEqual(printed.map(([code, mean]) => [code, String(mean)]));
});

test('the page has no table that is not recomputed, but for the formulas of published indices', () => {
  expect(tables.length).toBe(15);
  expect(rowsOf('Figure', 'Formula', 'Source').length).toBeGreaterThan(0);
});
