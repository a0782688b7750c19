import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileVault } from '@facet/answer-links';
import { LogView, of, path } from '@facet/contract';
import { RefreshProgress } from '@facet/server-seal-round';
import { answerAs } from '@facet/store-answers-testing';
import {
  type TestAnswer,
  testApplication,
  TestBrowser,
  testConfiguration,
  testDatabase,
  testSchool,
  type TestSchool,
} from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { modules } from './red-team/product-modules';

// Whoever sees an answer arrive knows whose it is: they have just asked for it, or seen a colleague at the screen.
const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
const colleagues = ['Ali', 'Bea', 'Cal', 'Jo', 'Kim', 'Lee'];
/** Seconds looked at before and after each answer. */
const AROUND = 4;
let school: TestSchool;
let round: TestRound;

beforeAll(async () => {
  school = await testSchool(db);
  const raters = [...colleagues, 'Onlooker'].map((name) => ({ name, group: 'peer' as const }));
  round = await testRound(db, school, vault, { raters, launchedAt: '2026-11-24T09:00:00Z', closesAt: '2026-12-09T18:00:00Z' });
});
afterAll(() => db.drop());

/** What one colleague after another does on one day each; everything that anybody can see is asked for every second around it. */
async function seenEachSecond(app: NestFastifyApplication): Promise<{ at: string; seen: string }[]> {
  const looks: { at: string; seen: string }[] = [];
  for (const [day, name] of colleagues.entries()) {
    // No minute ends meanwhile: a round's page names the minute at which a reminder would leave now.
    const answered = Date.parse('2026-11-25T10:00:30Z') + day * 86_400_000 + day * 1_234_000;
    await db.setClock(new Date(answered - AROUND * 1000));
    const look = onlookers(app, await signedIn(app));
    for (let second = -AROUND; second <= AROUND; second++) {
      const now = new Date(answered + second * 1000);
      await db.setClock(now);
      if (second === 0) await answerAs(db.database, vault, round.token[name] ?? '', { ratings: { '1.1': 4, '2.1': 3 } });
      await app.get(RefreshProgress).run();
      looks.push({ at: now.toISOString().slice(0, 10), seen: JSON.stringify(await look()) });
    }
  }
  return looks;
}

interface People {
  readonly leader: TestBrowser;
  readonly coach: TestBrowser;
  readonly administrator: TestBrowser;
}

async function signedIn(app: NestFastifyApplication): Promise<People> {
  const { leader, coach, administrator } = school;
  const [first, second, third] = await Promise.all([leader, coach, administrator].map(({ email }) => TestBrowser.signedIn(app, db, email)));
  if (!first || !second || !third) throw new Error('three people sign in');
  return { leader: first, coach: second, administrator: third };
}

/** Every page that names the round, for everybody who may open it, and for a colleague who has not answered. */
function onlookers(app: NestFastifyApplication, { leader, coach, administrator }: People): () => Promise<TestAnswer[]> {
  const pages = [
    path.rounds,
    of(path.round, round.id),
    of(path.seal, round.id),
    of(path.report, round.id),
    of(path.reportCsv, round.id),
    of(path.reportPdf, round.id),
    path.launchOptions,
    path.me,
    path.log,
  ];
  const bearer = { authorization: `Bearer ${round.token['Onlooker'] ?? ''}` };
  return async () => {
    const seen: TestAnswer[] = [];
    for (const browser of [leader, coach, administrator]) for (const page of pages) seen.push(withoutRefusals(await browser.get(page)));
    const survey = await app.inject({ method: 'GET', url: path.survey, headers: { ...bearer, 'x-facet': '1' } });
    return [...seen, { status: survey.statusCode, body: survey.json() }];
  };
}

/** The log counts what these very looks were refused, by minutes of the machine's clock. */
function withoutRefusals(answer: TestAnswer): TestAnswer {
  const log = LogView.safeParse(answer.body);
  if (!log.success) return answer;
  return {
    ...answer,
    body: log.data.entries.map(({ words }) => words).filter((words) => !words.includes('for something that is not theirs')),
  };
}

const differentOnADay = (looks: readonly { at: string; seen: string }[]): number[] =>
  [...Map.groupBy(looks, ({ at }) => at).values()].map((list) => new Set(list.map(({ seen }) => seen)).size);

test('leader, coach, administrator and colleagues see the same on every second of a day, whoever answers on it', async () => {
  const app = await testApplication(db, modules, configuration);
  try {
    const looks = await seenEachSecond(app);
    expect(differentOnADay(looks)).toEqual(colleagues.map(() => 1));
    expect(new Set(looks.map(({ seen }) => seen)).size).toBeGreaterThan(1); // over night the word for the group has changed
  } finally {
    await app.close();
  }
});

test('the same looks would see an answer arrive where the word for a group changes at once, as in the demo', async () => {
  await db.source.query(`update people.invitation set status = 'invited'`);
  await db.source.query('delete from answers.envelope');
  const app = await testApplication(db, modules, { ...configuration, demo: true });
  try {
    expect(Math.max(...differentOnADay(await seenEachSecond(app)))).toBe(2);
  } finally {
    await app.close();
  }
});
