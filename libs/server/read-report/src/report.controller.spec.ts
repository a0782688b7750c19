import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { of, path, ReportView } from '@facet/contract';
import { disclose } from '@facet/domain-disclosure';
import { makeSnapshot } from '@facet/domain-report';
import { MailModule } from '@facet/mail';
import { ReleasedModule, SealedRounds } from '@facet/store-answers-released';
import { StoreRoundsModule } from '@facet/store-rounds';
import {
  TestBrowser,
  testApplication,
  testConfiguration,
  testDatabase,
  type TestPerson,
  testSchool,
  type TestSchool,
  testSession,
} from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { ReadReportModule } from './read-report.module';
import { exampleSnapshot } from './sealed-round.examples';

const db = await testDatabase();
const configuration = testConfiguration(db);
const vault = new FileVault(configuration.keysFolder);
let app: NestFastifyApplication;
let school: TestSchool;
let round: TestRound;

beforeAll(async () => {
  const foundations = [AccountsModule, AnswerLinksModule, MailModule, ReleasedModule, StoreRoundsModule];
  app = await testApplication(db, [...foundations, ReadReportModule], configuration);
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

/** Emails tell people apart across organisations, so each school has a domain of its own. */
let schools = 0;
const newSchool = (): Promise<TestSchool> => testSchool(db, `school${++schools}.test`);
beforeEach(async () => {
  school = await newSchool();
  round = await roundIn(school);
});
const roundIn = (of: TestSchool): Promise<TestRound> =>
  testRound(db, of, vault, {
    raters: [
      { name: 'Ada Okafor', group: 'self' },
      { name: 'Sam', group: 'peer' },
      { name: 'Ali', group: 'direct_report' },
    ],
  });

const seal = async (snapshot = exampleSnapshot(school.framework.content, round.promise)): Promise<void> => {
  await db.setClock('2026-12-09T18:15:00Z');
  await db.database.as('facet_seal', school.organisation, async (tx) => {
    await app.get(SealedRounds).writeSnapshot(tx, round.id, snapshot);
    await tx.query('update people.round set sealed_at = $2 where id = $1', [round.id, tx.now]);
  });
};
const sessionOf = ({ email }: TestPerson): Promise<string> => testSession(db, email);
const as = async (person: TestPerson): Promise<TestBrowser> => new TestBrowser(app, await sessionOf(person));
/** What the server sends to this person, to the byte. */
const textFor = async (person: TestPerson, url: string = report()): Promise<string> => {
  const answer = await app.inject({ method: 'GET', url, cookies: { '__Host-sid': await sessionOf(person) } });
  return answer.body;
};
const report = () => of(path.report, round.id);
const csv = () => of(path.reportCsv, round.id);
const pdf = () => of(path.reportPdf, round.id);
const release = () => of(path.release, round.id);
const mails = async (): Promise<string[]> => {
  const rows = await db.source.query<{ kind: string }[]>('select kind from post.mail where about = $1', [round.id]);
  return rows.map(({ kind }) => kind);
};

test('the coach reads first: whose report it is, when it was made, and the numbers of the seal', async () => {
  await seal();
  const answer = await (await as(school.coach)).get(report());
  expect(answer.status).toBe(200);
  const view = ReportView.parse(answer.body);
  expect(view).toMatchObject({
    ...{ as: 'coach', state: 'sealed', leader: 'Ada Okafor', coach: 'Ines Moreau', organisation: 'Hill Street School' },
    ...{ framework: { name: 'Two qualities', version: 1 }, sealedOn: '9 December 2026', releasedOn: null, minimum: 3 },
  });
  expect(view.qualities[0]?.behaviours[0]).toMatchObject({ self: 3, allOthers: { mean: 4, n: 6 }, gap: -1, verdict: 'self_lower' });
  expect(view.qualities[0]).toMatchObject({ verdict: 'self_lower', classification: 'under_high', agreement: 'mixed' });
  expect(view.firstPage).toEqual({ confirmedStrengths: [], blindSpots: [], hiddenStrengths: ['1.1'] });
  expect(view.qualities[0]?.behaviours[0]?.groups[0]).toEqual({ mean: 3.8, n: 5 });
});

test('the leader reads nothing before the coach releases, and then the very same bytes', async () => {
  await seal();
  const [coach, leader] = [await as(school.coach), await as(school.leader)];
  expect((await leader.get(report())).status).toBe(404);
  expect((await coach.post(release())).status).toBe(204);
  const [theirs, coachs] = [await textFor(school.leader), await textFor(school.coach)];
  expect(ReportView.parse(JSON.parse(theirs))).toMatchObject({ as: 'leader', state: 'released', releasedOn: '9 December 2026' });
  expect(theirs.replace('"as":"leader"', '"as":"coach"')).toBe(coachs.replace(',"unanimous":[]', ''));
  expect(await textFor(school.leader, csv())).toBe(await textFor(school.coach, csv()));
});

test('the coach is told of a number that says what each colleague chose, and the leader sees the number without that word', async () => {
  const { content } = school.framework;
  const sheets = ['a', 'b', 'c'].map(() => ({ group: 'peer' as const, ratings: { '1.1': 5, '2.1': 4 } }));
  const disclosure = disclose(content, round.promise, sheets);
  const self = { ratings: { '1.1': 3 }, comments: {} };
  await seal(makeSnapshot({ framework: content, minimum: 3, disclosure, comments: { withheld: 'too_few' }, self, lineManagers: [] }));
  expect((await (await as(school.coach)).get(report())).body).toMatchObject({
    unanimous: [{ quality: '1', behaviour: '1.1', line: 'together' }],
  });
  await (await as(school.coach)).post(release());
  expect(await textFor(school.leader)).toContain('"mean":5');
  expect(await textFor(school.leader)).not.toContain('unanimous');
});

test('nothing leaves that the contract does not name, whatever the seal may have written', async () => {
  const snapshot = exampleSnapshot(school.framework.content, round.promise);
  const spread = { counts: [0, 1, 0, 3, 1], minimum: 2, rwg: 0.4, raters: ['Sam'] };
  await seal({
    ...snapshot,
    ...{ ratings: spread },
    qualities: snapshot.qualities.map((quality) => ({
      ...{ ...quality, spread },
      behaviours: quality.behaviours.map((behaviour) => ({
        ...{ ...behaviour, spread },
        groups: behaviour.groups.map((figure) => ({ ...figure, ...spread })),
        allOthers: { ...behaviour.allOthers, spread },
      })),
    })),
  });
  const text = await textFor(school.coach);
  expect(text).not.toMatch(/counts|spread|rwg|ratings|Sam/);
  expect(ReportView.parse(JSON.parse(text)).qualities[0]?.behaviours[0]?.groups[0]).toEqual({ mean: 3.8, n: 5 });
});

test('releasing twice tells the leader once, and nobody but the coach can do it', async () => {
  await seal();
  const [coach, leader] = [await as(school.coach), await as(school.leader)];
  expect((await leader.post(release())).status).toBe(403);
  expect(await mails()).toEqual([]);
  expect([(await coach.post(release())).status, (await coach.post(release())).status]).toEqual([204, 204]);
  expect(await mails()).toEqual(['report_released']);
  expect((await leader.post(release())).status).toBe(403);
});

test('a report is there for its coach and its leader and for nobody else, in this school or another', async () => {
  await seal();
  await (await as(school.coach)).post(release());
  const other = await newSchool();
  for (const [person, expected] of [
    [school.administrator, 403],
    [other.coach, 404],
    [other.leader, 404],
  ] as const) {
    const browser = await as(person);
    for (const address of [report(), csv(), pdf()]) expect((await browser.get(address)).status).toBe(expected);
  }
  expect((await (await as(other.coach)).post(release())).status).toBe(404);
  expect((await new TestBrowser(app).get(report())).status).toBe(401);
});

test('whoever lost the role of a coach reads no report any more', async () => {
  await seal();
  const coach = await as(school.coach);
  await db.source.query(`update people.person set roles = '{leader}' where id = $1`, [school.coach.id]);
  expect((await coach.get(report())).status).toBe(404);
});

test('row 92: until the round is sealed its coach is told so, and the leader learns of nothing', async () => {
  const [coach, leader] = [await as(school.coach), await as(school.leader)];
  for (const address of [report(), csv(), pdf()]) {
    expect(await coach.get(address)).toMatchObject({ status: 409, body: { code: 'not_sealed', status: 409 } });
    expect((await leader.get(address)).status).toBe(404);
  }
  expect((await coach.post(release())).status).toBe(409);
});

test('row 92: nothing on the way may keep a report or its file', async () => {
  await seal();
  const session = await sessionOf(school.coach);
  for (const url of [report(), csv(), pdf()]) {
    const { headers } = await app.inject({ method: 'GET', url, cookies: { '__Host-sid': session } });
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('the CSV is a file to keep, in UTF-8, with the numbers of the page', async () => {
  await seal();
  const session = await sessionOf(school.coach);
  const { headers, body } = await app.inject({ method: 'GET', url: csv(), cookies: { '__Host-sid': session } });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toBe('attachment');
  expect(body).toContain('1,1.1,Listens before speaking.,Peers,3.80,5,');
  expect(body).toContain(',Gap: self minus all others,-1.00,,,self lower,,,Hidden strengths');
});

test('row 76: an administrator exports nothing of a report, and its CSV holds no figure that the page does not', async () => {
  await seal();
  for (const url of [report(), csv(), pdf()]) {
    const { statusCode } = await app.inject({ method: 'GET', url, cookies: { '__Host-sid': await sessionOf(school.administrator) } });
    expect([url, statusCode]).toEqual([url, 403]);
  }
  const { body } = await app.inject({ method: 'GET', url: csv(), cookies: { '__Host-sid': await sessionOf(school.coach) } });
  const figures = body.match(/(?<=,)-?\d\.\d\d(?=,)/g) ?? [];
  expect(figures.length).toBeGreaterThan(3);
  const onPage = new Set(
    (JSON.stringify((await (await as(school.coach)).get(report())).body).match(/-?\d+(?:\.\d+)?/g) ?? []).map((text) =>
      Number(text).toFixed(2),
    ),
  );
  expect(figures.filter((figure) => !onPage.has(figure))).toEqual([]);
});

test('the coach gets the report as a PDF, and the leader once it is released', async () => {
  await seal();
  const get = async (person: TestPerson) => app.inject({ method: 'GET', url: pdf(), cookies: { '__Host-sid': await sessionOf(person) } });
  expect((await get(school.leader)).statusCode).toBe(404);
  await (await as(school.coach)).post(release());
  for (const person of [school.coach, school.leader]) {
    const { statusCode, headers, rawPayload } = await get(person);
    expect([statusCode, headers['content-type'], rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(headers['content-disposition']).toContain('filename="Report of Ada Okafor, 9 December 2026.pdf"');
  }
});

test('of a cancelled round there will be no report', async () => {
  await db.source.query('update people.round set cancelled_at = closes_at where id = $1', [round.id]);
  expect(await (await as(school.coach)).get(report())).toMatchObject({ status: 409, body: { code: 'cancelled' } });
});

test('an address that is no id is not found', async () => {
  const coach = await as(school.coach);
  for (const id of ['1', "' or 1=1", '00000000-0000-4000-8000-000000000000'])
    expect((await coach.get(of(path.report, encodeURIComponent(id)))).status).toBe(404);
});

test('numbers that were changed after the seal are not shown', async () => {
  await seal();
  await db.source.query('alter table answers.snapshot disable trigger user');
  await db.source.query(`update answers.snapshot set content = replace(content, '3.8', '4.8') where round = $1`, [round.id]);
  await db.source.query('alter table answers.snapshot enable trigger user');
  expect((await (await as(school.coach)).get(report())).status).toBe(500);
});
