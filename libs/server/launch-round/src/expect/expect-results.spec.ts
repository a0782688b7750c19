import { type ExpectationsView, path } from '@facet/contract';
import { testSchool, TestSite } from '@facet/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { modules, launchedAt, Stage } from '../stage';

const site = await TestSite.open(launchedAt, modules);
afterAll(() => site.close());
const stage = new Stage(site, (domain) => testSchool(site.db, domain));
beforeEach(() => stage.begin());

const expected = (note = 'They will say that I interrupt.') => ({
  qualities: [
    { code: '1', level: 2, note },
    { code: '2', level: null, note: '' },
  ],
  reflection: ['I would like to pause more.'],
});
const write = (change: object = {}, browser = stage.leader) =>
  browser.post(stage.at(path.expectations), { version: null, expected: expected(), done: false, ...change });
const read = (browser = stage.leader) => browser.get(stage.at(path.expectations));
const viewOf = async (browser = stage.leader): Promise<ExpectationsView> => (await read(browser)).body as ExpectationsView;
/** As the seal and the coach's press leave it. */
const release = (): Promise<unknown> =>
  site.rows('update people.round set sealed_at = $2, released_at = $2 where id = $1', stage.round, '2026-12-12T10:00:00Z');

test('the leader finds one open place for each quality and each reflection question, and fills them in bit by bit', async () => {
  expect(await viewOf()).toMatchObject({
    qualities: [{ code: '1', name: 'Listening' }, { code: '2' }],
    questions: ['What does this mean for you?'],
    expected: { qualities: [{ code: '1', level: null, note: '' }, { code: '2' }], reflection: [''] },
    ...{ version: null, written: null, mayWrite: true, released: false },
  });
  const first = (await write()).body as ExpectationsView;
  expect(await viewOf()).toEqual(first);
  expect(first).toMatchObject({ expected: expected(), written: null });
  await write({ version: first.version, done: true });
  const written = await viewOf();
  expect(written.written).toBe('Tuesday 24 November 2026 at 12:00 (Europe/London)');
  const changed = await write({ version: written.version, expected: expected('They will say that I listen.') });
  expect(changed.body).toMatchObject({ written: written.written });
});

test('before the release it is the leader’s alone; then the coach reads it too, and nobody changes it', async () => {
  const { version } = (await write({ done: true })).body as ExpectationsView;
  expect(await read(stage.coach)).toMatchObject({ status: 404 });
  expect(await write({}, stage.coach)).toMatchObject({ status: 403 });
  await release();
  expect(await viewOf(stage.coach)).toMatchObject({ expected: expected(), mayWrite: false, released: true });
  expect(await site.withoutTrace(409, () => write({ version, expected: expected('I knew it.') }))).toMatchObject({
    code: 'expectation_stands',
  });
});

test('whoever had finished nothing by the release may write it then, once', async () => {
  await release();
  expect(await viewOf()).toMatchObject({ mayWrite: true });
  expect(await write({ done: true })).toMatchObject({ status: 200, body: { mayWrite: false } });
  expect(await write({ done: true })).toMatchObject({ status: 409 });
});

test('two pages never overwrite each other', async () => {
  const { version } = (await write()).body as ExpectationsView;
  expect(await write({ version, expected: expected('First') })).toMatchObject({ status: 200 });
  expect(await site.withoutTrace(409, () => write({ version, expected: expected('Second') }))).toMatchObject({
    code: 'expectation_changed_elsewhere',
  });
  expect(await write({ version, expected: expected('First') })).toMatchObject({ status: 200 }); // the first answer was lost
});

test.each([
  ['a quality that is not asked about', { qualities: [{ code: '9', level: 1, note: '' }], reflection: [''] }, 'expected.qualities'],
  [
    'a point that the scale does not have',
    {
      ...expected(),
      qualities: [
        { code: '1', level: 6, note: '' },
        { code: '2', level: 1, note: '' },
      ],
    },
    'expected.qualities.0.level',
  ],
  ['an answer too many', { ...expected(), reflection: ['', ''] }, 'expected.reflection'],
  ['a text without end', expected('x'.repeat(2_001)), 'expected.qualities.0.note'],
])('%s is refused, and nothing is written', async (_, wrong, field) => {
  expect(await site.withoutTrace(400, () => write({ expected: wrong }))).toMatchObject({ errors: [{ field }] });
});

test('a cancelled round expects nothing more', async () => {
  await stage.leader.post(stage.at(path.cancel));
  expect(await write()).toMatchObject({ status: 409, body: { code: 'round_cancelled' } });
});

test('the leader’s “this is it” counts, though the answer to the save before it was lost', async () => {
  const { version } = (await write()).body as ExpectationsView;
  await write({ version, expected: expected('First') });
  expect(await write({ version, expected: expected('First'), done: true })).toMatchObject({
    status: 200,
    body: { written: 'Tuesday 24 November 2026 at 12:00 (Europe/London)' },
  });
});
