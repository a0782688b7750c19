import { parse } from 'csv-parse/sync';
import type { Framework } from '@facet/domain-framework';
import type { RoundPromise } from '@facet/domain-round';
import { expect, test } from '@jest/globals';
import { reportCsv } from './export-csv';
import { exampleSnapshot } from './sealed-round.examples';

const framework: Framework = {
  name: 'Two qualities',
  language: 'en-GB',
  scale: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Point ${value}` })), notObserved: 'Not observed' },
  prompts: { seen: 'Seen?', help: 'Help?' },
  qualities: [
    { code: '1', name: 'Listening', definition: '', behaviours: [{ code: '1.1', text: 'Listens, then speaks.' }] },
    { code: '2', name: 'Deciding', definition: '', behaviours: [{ code: '2.1', text: 'Decides in time.' }] },
  ],
  reflection: [],
  conversation: [],
};
const promise: RoundPromise = {
  minimum: 3,
  commentMinimum: 5,
  groups: [
    { code: 'peer', label: 'Peers', members: ['peer'] },
    { code: 'direct_report', label: 'Direct reports', members: ['direct_report'] },
  ],
};
const rows = (csv: string): string[][] => parse(csv, { bom: true });

test('the file holds the shown numbers, rounded as on the page, with their raters, and a reason for each that is not shown', () => {
  const [head, ...lines] = rows(reportCsv(exampleSnapshot(framework, promise)));
  expect(head).toEqual([
    'Quality',
    'Behaviour',
    'Text',
    'Who',
    'Value',
    'Raters',
    'Not shown because',
    'Verdict',
    'Self and others',
    'Agreement of colleagues',
    'First page',
  ]);
  expect(lines.filter(([, behaviour]) => behaviour === '1.1').map((line) => line.slice(0, 7))).toEqual([
    ['1', '1.1', 'Listens, then speaks.', 'Self', '3.00', '', ''],
    ['1', '1.1', 'Listens, then speaks.', 'Mary Line (line manager)', '5.00', '', ''],
    ['1', '1.1', 'Listens, then speaks.', 'Peers', '3.80', '5', ''],
    ['1', '1.1', 'Listens, then speaks.', 'Direct reports', '', '', 'left out of this report'],
    ['1', '1.1', 'Listens, then speaks.', 'All others', '4.00', '6', ''],
    ['1', '1.1', 'Listens, then speaks.', 'Gap: self minus all others', '-1.00', '', ''],
  ]);
  expect(
    lines.filter(([quality, behaviour]) => quality === '2' && behaviour === '').map(([, , , , value, , missing]) => [value, missing]),
  ).toEqual([
    ['', 'not observed'],
    ['', 'not observed'],
    ['', 'too few saw this'],
    ['', 'left out of this report'],
    ['', 'too few saw this'],
    ['', 'cannot be compared'],
  ]);
});

test('what a gap says, the first page and the agreement of colleagues stand in words, each on the one line it belongs to', () => {
  const [, ...lines] = rows(reportCsv(exampleSnapshot(framework, promise)));
  const judged = lines
    .map(([, behaviour = '', , who = '', , , , ...words]) => [behaviour, who, ...words])
    .filter(([, , ...words]) => words.some((word) => word !== ''));
  expect(judged).toEqual([
    ['', 'All others', '', '', 'mixed', ''],
    ['', 'Gap: self minus all others', 'self lower', 'others high, self lower', '', ''],
    ['1.1', 'Gap: self minus all others', 'self lower', '', '', 'Hidden strengths'],
  ]);
});

test('the file holds no comment and no single rating of a confidential colleague', () => {
  const csv = reportCsv(exampleSnapshot(framework, promise));
  expect(csv).not.toContain('comment');
  expect(csv).not.toContain('More time.');
});

test('row 8: a name that begins like a formula is text to every spreadsheet, and a negative gap stays a number', () => {
  for (const name of ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1']) {
    const who = rows(reportCsv(exampleSnapshot(framework, promise, name))).flatMap(([, , , cell = '']) => cell);
    expect(who.find((cell) => cell.endsWith('(line manager)'))).toBe(`'${name.trim()} (line manager)`);
  }
  expect(reportCsv(exampleSnapshot(framework, promise))).toContain(',-1.00,');
});

test('rows 19, 20: names of every script arrive whole, and hidden characters can be seen', () => {
  const csv = reportCsv(exampleSnapshot(framework, promise, '山田 👩‍👩‍👧 مريم\u202E'));
  expect(csv).toContain('山田 👩‍👩‍👧 مريم[U+202E] (line manager)');
  expect(csv.startsWith('\uFEFF')).toBe(true);
});
