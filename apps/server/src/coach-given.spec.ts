import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { FileVault } from '@facet/answer-links';
import { of, path } from '@facet/contract';
import { testSchool, type TestSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { AppUnderTest } from './app-under-test';

let under: AppUnderTest;
let school: TestSchool;
beforeAll(async () => {
  under = await AppUnderTest.open();
  school = await testSchool(under.db, 'school.test');
});
afterAll(() => under.close());

test('rows 55, 59: once a round has another coach, every address of it is “not found” for the one before, in a session that went on', async () => {
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  const round = await testRound(under.db, school, new FileVault(under.keysFolder), { raters });
  const cleo = randomUUID();
  await under.db.source.query(
    `insert into people.person (id, organisation, name, email, roles) values ($1, $2, 'Cleo Marsh', 'cleo@school.test', '{coach}')`,
    [cleo, school.organisation],
  );
  const [before, after, administrator] = [
    await under.signedIn(school.coach.email),
    await under.signedIn('cleo@school.test'),
    await under.signedIn(school.administrator.email),
  ];
  const reads = under
    .endpoints()
    .filter(({ method, path: url, permissions }) => method === 'GET' && url.includes(':round') && permissions?.includes('coach'));
  const found = async (browser: typeof before) =>
    Promise.all(reads.map(async ({ path: url }) => [url, (await browser.get(url.replace(':round', round.id))).status !== 404] as const));
  const seenBefore = await found(before);
  expect(seenBefore).toContainEqual([path.round, true]);
  expect((await administrator.post(of(path.coach, round.id), { coach: cleo })).status).toBe(200);
  expect(await found(after)).toEqual(seenBefore);
  expect(await found(before)).toEqual(reads.map(({ path: url }) => [url, false]));
  expect((await before.post(of(path.takeOut, round.id), { email: 'x@school.test' })).status).toBe(404);
});
