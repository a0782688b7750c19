import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { path, SurveyView } from '@facet/contract';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { GiveFeedbackModule } from './give-feedback.module';

const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
let app: NestFastifyApplication;
let school: TestSchool;
let round: TestRound;

beforeAll(async () => {
  app = await testApplication(db, [AnswerLinksModule, EnvelopesModule, StoreRoundsModule, GiveFeedbackModule], configuration);
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
beforeEach(async () => {
  school = await testSchool(db);
  round = await testRound(db, school, vault, {
    raters: [
      { name: 'Ada Okafor', group: 'self' },
      { name: 'Mary Line', group: 'line_manager' },
      { name: 'Sam Hill', group: 'peer' },
      { name: 'Jo Brook', group: 'peer' },
      { name: 'Kim Vale', group: 'peer' },
    ],
  });
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function ask(method: 'GET' | 'HEAD' | 'PUT' | 'POST', url: string, token: string | undefined, payload?: unknown): Promise<Answer> {
  const headers = { 'x-facet': '1', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const response = await app.inject({
    ...{ method, url, headers },
    ...(payload !== undefined && { payload: JSON.stringify(payload), headers: { ...headers, 'content-type': 'application/json' } }),
  });
  const json = response.headers['content-type']?.toString().includes('json') && response.body !== '';
  return { status: response.statusCode, body: json ? response.json() : {} };
}

const token = (name: string): string => round.token[name] ?? '';
const save = (name: string, change: object): Promise<Answer> => ask('PUT', path.answers, token(name), change);
const opened = async (name: string): Promise<SurveyView> => SurveyView.parse((await ask('GET', path.survey, token(name))).body);
const all = { ratings: { '1.1': 4, '2.1': null } };

test('a colleague opens the link, reads the promise and finds nothing answered yet', async () => {
  const survey = await opened('Sam Hill');
  expect(survey.welcome.identity).toBe('You are answering as Sam Hill about Ada Okafor.');
  expect(survey.welcome.points.map(({ text }) => text).join(' ')).toContain('one of 3 colleagues');
  expect(survey).toMatchObject({ rev: 0, sent: false, sheet: { ratings: {}, comments: {}, named: false }, rater: { self: false } });
});

test('what was tapped on a phone is there on another device', async () => {
  await save('Sam Hill', { rev: 1, ratings: { '1.1': 4 } });
  await save('Sam Hill', { rev: 2, comments: { '1': { seen: 'In the staff meeting.' } } });
  const survey = await opened('Sam Hill');
  expect(survey).toMatchObject({ rev: 2, sheet: { ratings: { '1.1': 4 }, comments: { '1': { seen: 'In the staff meeting.' } } } });
  expect((await opened('Jo Brook')).sheet.ratings).toEqual({});
});

test('nothing of an answer can be read in the database while the round is open', async () => {
  const canary = 'zebra-crossing-canary';
  await save('Sam Hill', { rev: 1, ratings: { '1.1': 4 }, comments: { '1': { seen: canary } } });
  const dump = await db.dump();
  expect(dump).toContain(round.id);
  expect(dump).not.toContain(canary);
  expect(dump).not.toContain(Buffer.from(canary).toString('hex'));
  expect(dump).not.toContain(token('Sam Hill'));
});

test('answers count only once they are sent, and sending needs every behaviour', async () => {
  await save('Sam Hill', { rev: 1, ratings: { '1.1': 4 } });
  const early = await ask('POST', path.send, token('Sam Hill'), { rev: 1 });
  expect(early).toMatchObject({ status: 400, body: { errors: [{ field: 'ratings.2.1' }] } });
  expect((await opened('Sam Hill')).sent).toBe(false);
  await save('Sam Hill', { rev: 2, ratings: { '2.1': null } });
  expect(await ask('POST', path.send, token('Sam Hill'), { rev: 2 })).toEqual({ status: 200, body: { rev: 2, sent: true } });
  expect((await opened('Sam Hill')).sent).toBe(true);
});

test('row 29: an empty sheet cannot be sent, one with nothing but “not observed” can', async () => {
  expect((await ask('POST', path.send, token('Sam Hill'), { rev: 1 })).status).toBe(409);
  await save('Sam Hill', { rev: 1, ratings: { '1.1': null, '2.1': null } });
  expect((await ask('POST', path.send, token('Sam Hill'), { rev: 1 })).status).toBe(200);
});

test('a line manager sends only after confirming that they are named', async () => {
  await save('Mary Line', { rev: 1, ...all });
  expect(await ask('POST', path.send, token('Mary Line'), { rev: 1 })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'named' }] },
  });
  await save('Mary Line', { rev: 2, named: true });
  expect((await ask('POST', path.send, token('Mary Line'), { rev: 2 })).status).toBe(200);
});

test('rows 27, 28: a rating that is not on the scale or not of this framework is refused by name and nothing changes', async () => {
  await save('Sam Hill', { rev: 1, ratings: { '1.1': 4 } });
  for (const wrong of [0, 6, -1, 3.5, '3', true, [4]]) {
    const refused = await save('Sam Hill', { rev: 2, ratings: { '1.1': wrong } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'ratings.1.1' }] } });
  }
  expect(await save('Sam Hill', { rev: 2, ratings: { '9.9': 3 } })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'ratings.9.9' }] },
  });
  expect(await opened('Sam Hill')).toMatchObject({ rev: 1, sheet: { ratings: { '1.1': 4 } } });
});

test('rows 18, 21: a comment too long, or with a character that cannot be stored, is refused by name', async () => {
  const long = await save('Sam Hill', { rev: 1, comments: { '1': { seen: 'x'.repeat(10_001) } } });
  expect(long).toMatchObject({ status: 400, body: { errors: [{ field: 'comments.1.seen' }] } });
  const nul = await save('Sam Hill', { rev: 1, comments: { '1': { seen: 'a\u0000b' } } });
  expect(nul).toMatchObject({ status: 400, body: { errors: [{ field: 'comments.1.seen' }] } });
  expect((await save('Sam Hill', { rev: 1, comments: { '1': { seen: 'x'.repeat(10_000) } } })).status).toBe(200);
  expect((await save('Sam Hill', { rev: 2, comments: { '1': { seen: '   ' } } })).status).toBe(200);
  expect((await opened('Sam Hill')).sheet.comments).toEqual({ '1': {} });
});

test('rows 19, 20, 23: what people write in any script comes back exactly', async () => {
  const seen = '👩‍👩‍👧 e\u0301 שלום مرحبا 漢字 \u202Eright\u2066 <script>alert(1)</script> {{constructor}}';
  await save('Sam Hill', { rev: 1, comments: { '2': { seen } } });
  expect((await opened('Sam Hill')).sheet.comments['2']?.seen).toBe(seen);
});

test('row 31: the same revision again gives the same result, an older one both texts', async () => {
  const first = { rev: 1, ratings: { '1.1': 4 } };
  expect(await save('Sam Hill', first)).toEqual({ status: 200, body: { rev: 1, sent: false } });
  expect(await save('Sam Hill', first)).toEqual({ status: 200, body: { rev: 1, sent: false } });
  const other = await save('Sam Hill', { rev: 1, ratings: { '1.1': 2 } });
  expect(other).toMatchObject({ status: 409, body: { code: 'stale', rev: 1, sheet: { ratings: { '1.1': 4 } } } });
  await save('Sam Hill', { rev: 2, ...all });
  const sent = [1, 2].map(() => ask('POST', path.send, token('Sam Hill'), { rev: 2 }));
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200]);
});

test('row 33: of twenty tabs that save at once one wins and the others are told', async () => {
  const tabs = Array.from({ length: 20 }, (_, at) => save('Sam Hill', { rev: 1, comments: { '1': { seen: `tab ${at}` } } }));
  const statuses = (await Promise.all(tabs)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(19);
});

test('row 32: after closing a page already open may save and send for fifteen minutes, a new one is refused before typing', async () => {
  await save('Sam Hill', { rev: 1, ratings: { '1.1': 4 } });
  await db.setClock('2026-12-09T18:00:00Z');
  expect(await ask('GET', path.survey, token('Sam Hill'))).toMatchObject({ status: 410, body: { code: 'closed' } });
  expect((await save('Sam Hill', { rev: 2, ...all })).status).toBe(200);
  await db.setClock('2026-12-09T18:14:59Z');
  expect((await ask('POST', path.send, token('Sam Hill'), { rev: 2 })).status).toBe(200);
  await db.setClock('2026-12-09T18:15:00Z');
  expect(await save('Sam Hill', { rev: 3, ratings: { '1.1': 1 } })).toMatchObject({ status: 410, body: { code: 'closed' } });
});

test('row 36: what was sent can be changed until closing and counts as changed', async () => {
  await save('Sam Hill', { rev: 1, ...all });
  await ask('POST', path.send, token('Sam Hill'), { rev: 1 });
  expect(await save('Sam Hill', { rev: 2, ratings: { '1.1': 5 } })).toEqual({ status: 200, body: { rev: 2, sent: true } });
  expect(await opened('Sam Hill')).toMatchObject({ sent: true, sheet: { ratings: { '1.1': 5, '2.1': null } } });
});

test('row 37: withdrawn answers are deleted, and the same link starts anew', async () => {
  await save('Sam Hill', { rev: 1, ...all });
  await ask('POST', path.send, token('Sam Hill'), { rev: 1 });
  expect((await ask('POST', path.withdraw, token('Sam Hill'))).status).toBe(204);
  expect(await opened('Sam Hill')).toMatchObject({ rev: 0, sent: false, sheet: { ratings: {} } });
  const [row] = await db.source.query<{ count: string }[]>('select count(*) from answers.envelope where round = $1', [round.id]);
  expect(row?.count).toBe('0');
});

test('rows 42, 43, 48: every token that opens nothing gets the same answer, after twenty a minute’s wait, and right ones open all the while', async () => {
  const right = token('Sam Hill');
  const flipped = (right.startsWith('0') ? '1' : '0') + right.slice(1);
  const wrong = [undefined, '', 'undefined', 'null', '%00', 'x'.repeat(10_000), flipped, 'AAAAAAAAAAAAAAAAAAAAAAAAAA', '[]'];
  const before = await db.dump();
  const answers = await Promise.all(wrong.map((one) => ask('GET', path.survey, one)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'unknown_link' } });
  expect(await db.dump()).toBe(before);
  for (let tries = 0; tries < 20; tries++) await ask('GET', path.survey, flipped);
  expect((await ask('GET', path.survey, flipped)).status).toBe(429);
  expect((await ask('GET', path.survey, right)).status).toBe(200);
});

test('whoever sends and withdraws at the same moment has either sent or withdrawn', async () => {
  for (let time = 0; time < 10; time++) {
    await save('Jo Brook', { rev: 1, ...all });
    await Promise.all([ask('POST', path.send, token('Jo Brook'), { rev: 1 }), ask('POST', path.withdraw, token('Jo Brook'))]);
    const survey = await opened('Jo Brook');
    expect(survey.sent).toBe(survey.rev > 0);
    await ask('POST', path.withdraw, token('Jo Brook'));
  }
});
