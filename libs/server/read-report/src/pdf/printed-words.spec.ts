import { afterAll, expect, test } from '@jest/globals';
import type { ReportView } from '@facet/contract';
import { littleInWords, nothingOn, qualitiesToRead } from '@facet/report-in-words';
import { example, nearlyEmpty, unseen } from '@facet/report-in-words/examples';
import * as fc from 'fast-check';
import { readPdf } from './pdf-text.examples';
import { printable, throughout } from './printable';
import { reportDocument } from './report-document';
import { coverageOf } from './typst/covered';
import { fontFiles } from './typst/fonts';
import { PressRoom, usualLimits } from './typst/press-room';

const room = new PressRoom({ ...usualLimits, presses: 1 });
afterAll(() => room.onModuleDestroy());
const inOurFaces = printable(coverageOf(fontFiles()));

const saying = (...seen: string[]): ReportView => ({
  ...example,
  comments: { ...example.comments, qualities: example.comments.qualities.map((words) => ({ ...words, seen })) },
});
const printed = async (report: ReportView): Promise<Uint8Array> => {
  const compose = () => reportDocument(throughout(report, inOurFaces));
  const typeset = await room.set({ compose, organisation: 'Hillside School', signal: new AbortController().signal });
  if (!('pdf' in typeset)) throw new Error(`not printed: ${typeset.refused}`);
  return typeset.pdf;
};
const textOf = async (report: ReportView): Promise<string> => (await readPdf(await printed(report))).text.replaceAll(/\s+/g, ' ');

test('the PDF says whose report it is and in which language, on every page too', async () => {
  const { pages, title, language } = await readPdf(await printed(example));
  expect([title, language]).toEqual(['Report of Ada Okafor', 'en-GB']);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('Confidential · Ada Okafor · Hillside School');
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  }
});

test('whoever has it read aloud finds headings, tables with their heads, and each chart in one sentence', async () => {
  const { tags } = await readPdf(await printed(example));
  const { qualities, overview, views } = reportDocument(example);
  const charts = [overview, ...qualities].flatMap((one) => one?.chart?.summary ?? []);
  const [first = '', ...rest] = charts;
  expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
    first,
    ...views.map(({ summary }) => summary),
    ...rest,
  ]);
  const ofRole = (role: string) => tags.filter((tag) => tag.role === role).length;
  expect([ofRole('H1'), ofRole('H2'), ofRole('Table')]).toEqual([1, 7 + qualities.length, charts.length]);
  expect(ofRole('TH')).toBeGreaterThan(charts.length);
});

test('a nearly empty report is printed as words: no picture, the ratings under a name as tables, and what to do now', async () => {
  const { tags, text, pages } = await readPdf(await printed(nearlyEmpty));
  const words = text.replaceAll(/\s+/g, ' ');
  const { heading, paragraphs, steps } = littleInWords(nearlyEmpty);
  for (const said of [heading, ...paragraphs, ...steps.map(({ how }) => how), nothingOn(nearlyEmpty)]) expect(words).toContain(said);
  const ofRole = (role: string) => tags.filter((tag) => tag.role === role).length;
  expect([ofRole('Figure'), ofRole('Table'), pages.length]).toEqual([0, qualitiesToRead(nearlyEmpty).length, 2]);
  expect(words).not.toContain('The main points');
});

test('what colleagues rated of a nearly empty report stands in one picture', async () => {
  const { tags } = await readPdf(await printed({ ...unseen, qualities: example.qualities }));
  expect(tags.filter(({ role }) => role === 'Figure')).toHaveLength(1);
});

test('rows 23 and 74: markup, formulas and commands in a comment are printed letter by letter, and do nothing', async () => {
  const hostile = [
    '#read("/etc/passwd") #import "@preview/cetz:0.3.4" $x^2$ *bold* _low_ `raw` @ref <label> = Heading',
    '<iframe src=file:///etc/passwd></iframe> <img src=http://169.254.169.254> <script>alert(1)</script> @import url(x)',
    '\\u{41} #{ } [ ] // not a comment /* nor this */ "quoted" \'single\' -- --- ... ~',
  ];
  const text = await textOf(saying(...hostile));
  for (const comment of hostile) expect(text).toContain(comment.replaceAll(/\s+/g, ' '));
});

test('row 19: families of emoji, marks above letters, Hebrew, Arabic, Chinese, Cyrillic and Greek are printed', async () => {
  const words = ['Family 👩‍👩‍👧 here', 'e\u0301te\u0301 Zoë', 'שלום', 'مرحبا', '你好世界', 'Привет', 'Καλημέρα', '👍🏽'];
  const text = await textOf(saying(...words));
  for (const one of ['Family 👩‍👩‍👧 here', 'été Zoë', '你好世界', 'Привет', 'Καλημέρα', '👍🏽']) expect(text).toContain(one);
  for (const letter of 'שלוםمرحبا') expect(text.normalize('NFKC')).toContain(letter);
});

test('row 20: what turns the direction of text, or hides in it, is written out and turns nothing', async () => {
  const text = await textOf(saying('safe \u202Egnp.exe', 'zero\u200Bwidth', '\u2066isolate\u2069', 'bell\u0007'));
  for (const one of ['safe [U+202E]gnp.exe', 'zero[U+200B]width', '[U+2066]isolate[U+2069]', 'bell[U+0007]']) expect(text).toContain(one);
});

test('what no face has a shape for is written by its number, so that nothing is lost', async () => {
  expect(await textOf(saying('नमस्ते'))).toContain('[U+0928][U+092E]');
});

test('five thousand words of comments are printed without loss', async () => {
  const words = Array.from({ length: 5000 }, (_, at) => `word${at}`);
  const comments = Array.from({ length: 50 }, (_, at) => words.slice(at * 100, at * 100 + 100).join(' '));
  const report = saying();
  const [first, ...rest] = report.comments.qualities;
  if (!first) throw new Error('the example has comments');
  const text = await textOf({ ...report, comments: { ...report.comments, qualities: [{ ...first, seen: comments }, ...rest] } });
  expect([...text.matchAll(/\bword\d+\b/g)].map(([word]) => word)).toEqual(words);
});

test('whatever people write, there is a PDF', async () => {
  const anything = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(anything, async (comments) => {
      expect((await printed(saying(...comments))).length).toBeGreaterThan(0);
    }),
    { numRuns: 8 },
  );
});
