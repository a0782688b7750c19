import { beforeEach, afterEach, expect, jest, test } from '@jest/globals';
import type { SurveyView } from '@facet/contract';
import { ServerForTests } from '../testing/server-for-tests';
import { surveyForTests } from '../testing/survey-for-tests';
import { AnswerSheet } from './answer-sheet';
import type { Answers } from './answers';
import { Unsaved } from './unsaved';

/** One for each test: what the one before locks away may arrive late. */
let code = '';
let tests = 0;
const ended = jest.fn();

const openIn = async ({ view }: ServerForTests) => new AnswerSheet(code, view, ended, await Unsaved.open(code));

const open = async (given: Partial<SurveyView> = {}) => {
  const server = new ServerForTests(surveyForTests(given));
  return { server, sheet: await openIn(server) };
};

/** Waits until this tab keeps these answers, locked, as what a reload will find. */
const keeps = async (mine: Answers) => {
  const kept = async () => JSON.stringify((await Unsaved.open(code)).left?.mine, Object.keys(mine).toSorted());
  while ((await kept()) !== JSON.stringify(mine, Object.keys(mine).toSorted())) await jest.advanceTimersByTimeAsync(0);
};

const passes = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  code = String(++tests).padStart(26, '0');
  sessionStorage.clear();
  ended.mockClear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('every rating is saved at once, by its bearer alone and without a cookie', async () => {
  const { server, sheet } = await open();
  expect(sheet.keeping()).toBe('untouched');
  sheet.change('1.1', 4);
  expect(sheet.keeping()).toBe('saving');
  await sheet.push();
  expect(sheet.keeping()).toBe('saved');
  expect(server.saves).toEqual([{ rev: 1, ratings: { '1.1': 4 } }]);
  expect(server.requests[0]).toMatchObject({ headers: { authorization: `Bearer ${code}`, 'x-facet': '1' }, credentials: 'omit' });
});

test('a comment is saved once its box is left, and not at every pause: how often would tell how much was written', async () => {
  const { server, sheet } = await open();
  for (const text of ['I', 'In', 'In ', 'In May']) {
    sheet.change('1.seen', text);
    await passes(10_000);
  }
  expect(server.saves).toEqual([]);
  expect(sheet.keeping()).toBe('writing');
  await keeps({ '1.seen': 'In May' });
  await sheet.push();
  expect(server.saves).toEqual([{ rev: 1, comments: { '1': { seen: 'In May' } } }]);
  expect(sheet.keeping()).toBe('saved');
});

test('a comment whose box is never left is saved once the keys have been still', async () => {
  const { server, sheet } = await open();
  sheet.change('1.seen', 'In May');
  await passes(20_000);
  expect(server.saves).toEqual([{ rev: 1, comments: { '1': { seen: 'In May' } } }]);
  expect(sheet.keeping()).toBe('saved');
});

test('what changes while a save is under way goes together in the next one', async () => {
  const { server, sheet } = await open();
  sheet.change('1.1', 1);
  sheet.change('1.2', 2);
  sheet.change('1.3', 3);
  sheet.change('1.2', 5);
  await sheet.push();
  expect(server.saves).toEqual([
    { rev: 1, ratings: { '1.1': 1 } },
    { rev: 2, ratings: { '1.2': 5, '1.3': 3 } },
  ]);
});

test('giving the same answer again, or typing nothing but spaces, saves nothing', async () => {
  const { server, sheet } = await open({ rev: 1, sheet: { ratings: { '1.1': 4 }, comments: { '1': { seen: 'In May.' } }, named: false } });
  sheet.change('1.1', 4);
  sheet.change('1.seen', 'In May. ');
  sheet.change('1.help', '   ');
  await passes(5_000);
  expect(server.saves).toEqual([]);
  expect(sheet.keeping()).toBe('saved');
});

test('row 34: without a connection it never says “saved”, tries again by itself, and the answer arrives', async () => {
  const { server, sheet } = await open();
  server.weather = 'down';
  sheet.change('1.1', 4);
  await passes(0);
  expect(sheet.keeping()).toBe('unreachable');
  await passes(60_000);
  expect(sheet.keeping()).toBe('unreachable');
  expect(server.view.sheet.ratings).toEqual({});
  server.weather = 'fine';
  await passes(60_000);
  expect(sheet.keeping()).toBe('saved');
  expect(server.view.sheet.ratings).toEqual({ '1.1': 4 });
});

test.each([502, 503, 429, 408])('row 34: a status of %i is no reply: the page tries again', async (status) => {
  const { server, sheet } = await open();
  server.weather = status;
  sheet.change('1.1', 4);
  await passes(0);
  expect(sheet.keeping()).toBe('unreachable');
  server.weather = 'fine';
  await passes(2_000);
  expect(server.view.sheet.ratings).toEqual({ '1.1': 4 });
});

test('row 34: the longer the server is silent, the rarer it is asked, but at least once a minute', async () => {
  const { server, sheet } = await open();
  server.weather = 'down';
  sheet.change('1.1', 4);
  await passes(30_000);
  const tries = server.requests.length;
  expect(tries).toBeLessThanOrEqual(5);
  await passes(600_000);
  expect(server.requests.length - tries).toBeGreaterThanOrEqual(9);
});

test('row 34: after a reload without a connection what was not saved is still there, and is saved when it can be', async () => {
  const { server, sheet } = await open();
  server.weather = 'down';
  sheet.change('1.seen', 'In May.');
  sheet.change('1.1', 4);
  await passes(1_000);
  await keeps({ '1.1': 4, '1.seen': 'In May.' });
  sheet.stop();
  server.weather = 'fine';
  const reloaded = await openIn(server);
  expect(reloaded.answers()).toEqual({ '1.1': 4, '1.seen': 'In May.' });
  expect(reloaded.keeping()).toBe('saving');
  await reloaded.push();
  expect(server.view.sheet).toMatchObject({ ratings: { '1.1': 4 }, comments: { '1': { seen: 'In May.' } } });
  while (sessionStorage.length > 0) await passes(0);
});

test('rows 31, 34: a save whose reply was lost is repeated as it was, and newer answers follow in the next one', async () => {
  const { server, sheet } = await open();
  server.weather = 'deaf';
  sheet.change('1.1', 3);
  await passes(0);
  sheet.change('1.1', 4);
  server.weather = 'fine';
  await passes(2_000);
  expect(server.saves.slice(0, 2)).toEqual([
    { rev: 1, ratings: { '1.1': 3 } },
    { rev: 1, ratings: { '1.1': 3 } },
  ]);
  expect(sheet.conflicts()).toEqual([]);
  expect(server.view.sheet.ratings).toEqual({ '1.1': 4 });
});

test('row 33: another page answered something else: both answers are kept, and nobody is asked', async () => {
  const { server, sheet } = await open();
  server.elsewhere({ ratings: { '7.4': 1 } });
  sheet.change('1.1', 4);
  await sheet.push();
  expect(server.view.sheet.ratings).toEqual({ '1.1': 4, '7.4': 1 });
  expect(sheet.answers()).toEqual({ '1.1': 4, '7.4': 1 });
  expect(sheet.keeping()).toBe('saved');
});

test('row 33: another page wrote something else in the same place: nothing is overwritten until the person has chosen', async () => {
  const { server, sheet } = await open();
  server.elsewhere({ comments: { '1': { seen: 'From my phone.' } } });
  sheet.change('1.seen', 'From my desk.');
  await passes(20_000);
  expect(sheet.conflicts()).toEqual([{ key: '1.seen', mine: 'From my desk.', stored: 'From my phone.' }]);
  expect(sheet.keeping()).toBe('refused');
  expect(server.view.sheet.comments['1']?.seen).toBe('From my phone.');
  sheet.change('1.1', 4);
  await sheet.push();
  expect(server.view.sheet).toMatchObject({ ratings: { '1.1': 4 }, comments: { '1': { seen: 'From my phone.' } } });
  expect(sheet.conflicts()).toHaveLength(1);
});

const inConflict = async () => {
  const opened = await open();
  opened.server.elsewhere({ ratings: { '1.1': 2 } });
  opened.sheet.change('1.1', 5);
  await opened.sheet.push();
  const [conflict] = opened.sheet.conflicts();
  if (!conflict) throw new Error('no conflict');
  return { ...opened, conflict };
};

test('row 33: keeping what is on this page saves it over the other', async () => {
  const { server, sheet, conflict } = await inConflict();
  sheet.settle(conflict, 'mine');
  await sheet.push();
  expect(server.view.sheet.ratings).toEqual({ '1.1': 5 });
  expect(sheet.conflicts()).toEqual([]);
});

test('row 33: keeping what is saved takes it over on this page', async () => {
  const { server, sheet, conflict } = await inConflict();
  sheet.settle(conflict, 'stored');
  await sheet.push();
  expect(sheet.answers()).toEqual({ '1.1': 2 });
  expect(server.saves).toHaveLength(1);
  expect(sheet.keeping()).toBe('saved');
});

test('row 33: a conflict that is left open is still open after another one and after a reload', async () => {
  const { server, sheet } = await inConflict();
  server.elsewhere({ ratings: { '1.2': 1 } });
  sheet.change('1.2', 5);
  await sheet.push();
  expect(sheet.conflicts().map(({ key }) => key)).toEqual(['1.2', '1.1']);
  await keeps({ '1.1': 5, '1.2': 5 });
  const reloaded = await openIn(server);
  expect(
    reloaded
      .conflicts()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(['1.1', '1.2']);
  expect(server.view.sheet.ratings).toEqual({ '1.1': 2, '1.2': 1 });
});

test('row 18: a comment of one character too many is not sent, kept in this tab, and does not hold up the rest', async () => {
  const { server, sheet } = await open();
  sheet.change('1.seen', 'x'.repeat(10_001));
  sheet.change('1.1', 4);
  await passes(1_000);
  expect(server.view.sheet).toEqual({ ratings: { '1.1': 4 }, comments: {}, named: false });
  expect(sheet.keeping()).toBe('refused');
  await keeps({ '1.seen': 'x'.repeat(10_001) });
  sheet.change('1.seen', 'x'.repeat(10_000));
  await passes(20_000);
  expect(server.view.sheet.comments['1']?.seen).toHaveLength(10_000);
  expect(sheet.keeping()).toBe('saved');
});

test('an answer that the server refuses is named and waits until it is changed; the others are saved', async () => {
  const { server, sheet } = await open();
  sheet.change('1.1', 4);
  await sheet.push();
  server.problem = { code: 'invalid', title: 'No.', errors: [{ field: 'comments.1.seen', message: 'This cannot be stored.' }] };
  server.weather = 400;
  sheet.change('1.seen', 'Odd.');
  await passes(20_000);
  expect(sheet.refusals()).toEqual({ '1.seen': 'This cannot be stored.' });
  expect(sheet.keeping()).toBe('refused');
  server.weather = 'fine';
  sheet.change('1.2', 5);
  await sheet.push();
  expect(server.view.sheet).toEqual({ ratings: { '1.1': 4, '1.2': 5 }, comments: {}, named: false });
  sheet.change('1.seen', 'Even.');
  await passes(20_000);
  expect(server.view.sheet.comments).toEqual({ '1': { seen: 'Even.' } });
});

test.each([404, 410])('row 32: when the link has ended (%i), saving stops and what was typed stays in the tab', async (status) => {
  const { server, sheet } = await open();
  server.weather = status;
  sheet.change('1.seen', 'Too late.');
  await passes(20_000);
  expect(ended).toHaveBeenCalledTimes(1);
  await passes(600_000);
  expect(server.requests).toHaveLength(1);
  await keeps({ '1.seen': 'Too late.' });
});

test('sending saves what is still waiting first, and then makes everything count', async () => {
  const { server, sheet } = await open();
  sheet.change('1.seen', 'In May.');
  expect(await sheet.send()).toEqual({ kind: 'ok', value: { rev: 1, sent: true } });
  expect(sheet.sent()).toBe(true);
  expect(server.requests.map(({ method }) => method)).toEqual(['PUT', 'POST']);
});

test('row 31: what cannot be saved is not sent either', async () => {
  const { server, sheet } = await open();
  server.weather = 'down';
  sheet.change('1.1', 4);
  expect(await sheet.send()).toEqual({ kind: 'unsaved' });
  expect(server.requests.some(({ method }) => method === 'POST')).toBe(false);
});

test('row 31: sending answers that were changed on another page shows them first and sends nothing', async () => {
  const { server, sheet } = await open();
  server.elsewhere({ ratings: { '1.1': 2 } });
  expect(await sheet.send()).toEqual({ kind: 'changed' });
  expect(server.view.sent).toBe(false);
  expect(sheet.answers()).toEqual({ '1.1': 2 });
  expect(await sheet.send()).toMatchObject({ kind: 'ok' });
});
