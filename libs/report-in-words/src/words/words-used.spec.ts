import { dumbbell } from '@facet/charts';
import { expect, test } from '@jest/globals';
import { qualitiesToRead } from '../little-to-read/what-there-is';
import { behavioursData, qualitiesData } from '../quality/chart-data';
import { example, nearlyEmpty, withheldByAudit } from '../report.examples';
import { wordsUsed } from './words-used';

const words = (report: typeof example) => wordsUsed(report).map(({ word }) => word);

test('every word in the tables has its meaning in the one legend, and the legend holds no word that is not there', () => {
  for (const report of [example, nearlyEmpty, withheldByAudit]) {
    const tables = report.little
      ? qualitiesToRead(report).flatMap(({ figures }) => figures ?? [])
      : [qualitiesData(report, 'gap'), ...report.qualities.map((quality) => behavioursData(report, quality, 'gap'))];
    const cells = tables.flatMap((data) => dumbbell(data, 800).table.rows.flatMap((row) => row.cells));
    const inTables = new Set(cells.flatMap(({ text, note, missing }) => (missing ? [text] : note === null ? [] : [note])));
    expect(new Set(words(report)).size).toBe(words(report).length);
    expect(new Set(words(report))).toEqual(inTables);
  }
});

test('“too close to call” is explained without a word of statistics', () => {
  const close = {
    ...example,
    qualities: example.qualities.map((quality) => (quality.code === '1' ? { ...quality, verdict: 'too_close' as const } : quality)),
  };
  const { meaning } = wordsUsed(close).find(({ word }) => word === 'too close to call') ?? { meaning: '' };
  expect(meaning).toContain('so few colleagues stand behind it');
  expect(meaning).not.toMatch(/significan|deviation|interval|noise|sample|statistic/i);
});

test('why a number is withheld names the minimum and no other number', () => {
  const { meaning } = wordsUsed({ ...example, minimum: 4 }).find(({ word }) => word === 'too few saw this') ?? { meaning: '' };
  expect(meaning.match(/\d+/g)).toEqual(['4']);
});

test('without a self-assessment the tables say that none was sent, not that nothing was observed', () => {
  const qualities = example.qualities.map((quality) => ({
    ...quality,
    self: null,
    behaviours: quality.behaviours.map((behaviour) => ({ ...behaviour, self: null })),
  }));
  expect(words({ ...example, qualities })).toContain('not sent');
});
