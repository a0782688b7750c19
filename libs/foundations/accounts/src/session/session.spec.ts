import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { path } from '@facet/contract';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { Permit, type Principal } from '@facet/platform';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '../accounts.module';
import { Sessions } from './sessions';
import { SignedIn } from './signed-in';
import { WhoseRound } from './whose-round';

@Controller('doors')
class Doors {
  @Get('open')
  @Permit('anyone')
  open(): string {
    return 'in';
  }

  @Get('leader')
  @Permit('leader')
  leader(@SignedIn() { address }: Principal): string {
    return address;
  }

  @Get('staff')
  @Permit('coach', 'administrator')
  staff(): string {
    return 'in';
  }

  @Get('forgotten')
  forgotten(): string {
    return 'in';
  }
}

@Module({ controllers: [Doors] })
class DoorsModule {}

const db = await testDatabase();
let app: NestFastifyApplication;
let school: TestSchool;
let sessions: Sessions;

beforeAll(async () => {
  app = await testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, DoorsModule]);
  school = await testSchool(db);
  sessions = app.get(Sessions);
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

const noon = new Date('2026-11-24T12:00:00Z');
const minutesLater = (minutes: number) => db.setClock(new Date(noon.getTime() + minutes * 60_000));
beforeEach(async () => {
  await minutesLater(0);
  await db.source.query('truncate access.session');
});

/** With the second step behind it: what it is without stands in second-factor.spec.ts. */
const begin = async (address: string, before?: string): Promise<string> => {
  const token = await db.database.as('facet_accounts', null, (tx) => sessions.begin(tx, address, before));
  await db.source.query('update access.session set second_step_at = platform.clock()');
  return token;
};
const get = async (url: string, token?: string) => {
  const answer = await app.inject({ method: 'GET', url, ...(token !== undefined && { cookies: { '__Host-sid': token } }) });
  return answer.statusCode;
};

test('row 51: every endpoint lets in whom it names: 401 without a session, 403 without the role', async () => {
  const leader = await begin(school.leader.email);
  const coach = await begin(school.coach.email);
  expect(await get('/doors/open')).toBe(200);
  expect([await get('/doors/leader'), await get('/doors/leader', coach), await get('/doors/leader', leader)]).toEqual([401, 403, 200]);
  expect([await get('/doors/staff'), await get('/doors/staff', leader), await get('/doors/staff', coach)]).toEqual([401, 403, 200]);
});

test('an endpoint that names nobody lets in nobody', async () => {
  expect(await get('/doors/forgotten', await begin(school.administrator.email))).toBe(403);
});

test('row 55: a session ends after half an hour without a request, and after twelve hours in any case', async () => {
  const token = await begin(school.leader.email);
  for (const minutes of [20, 49, 78.9]) {
    await minutesLater(minutes);
    expect(await get(path.me, token)).toBe(200);
  }
  await minutesLater(109);
  expect(await get(path.me, token)).toBe(401);

  await minutesLater(0);
  const busy = await begin(school.leader.email);
  for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
    await minutesLater(minutes);
    expect(await get(path.me, busy)).toBe(200);
  }
  await minutesLater(12 * 60);
  expect(await get(path.me, busy)).toBe(401);
});

test('row 55: signing in ends the session that the browser had, and gives it a name of its own choosing', async () => {
  const before = await begin(school.leader.email);
  const after = await begin(school.leader.email, before);
  expect(after).not.toBe(before);
  expect([await get(path.me, before), await get(path.me, after)]).toEqual([401, 200]);
  const planted = 'A'.repeat(43);
  await begin(school.leader.email, planted);
  expect(await get(path.me, planted)).toBe(401);
});

test('row 55: after signing out the cookie opens nothing', async () => {
  const token = await begin(school.leader.email);
  const answer = await app.inject({ method: 'POST', url: path.signOut, cookies: { '__Host-sid': token }, headers: { 'x-facet': '1' } });
  expect(answer.headers['set-cookie']).toMatch(/^__Host-sid=; .*Max-Age=0$/);
  expect(await get(path.me, token)).toBe(401);
});

test('row 55: a lost role and an address that is no longer anybody’s work at once, and the session does not come back', async () => {
  const { id, email } = school.coach;
  const token = await begin(email);
  await db.source.query(`update people.person set roles = array['leader'] where id = $1`, [id]);
  expect([await get('/doors/staff', token), await get('/doors/leader', token)]).toEqual([403, 200]);
  await db.source.query(`update people.person set roles = '{}' where id = $1`, [id]);
  expect([await get(path.me, token), await get('/doors/open', token)]).toEqual([401, 200]);
  await db.source.query(`update people.person set roles = array['coach'] where id = $1`, [id]);
  expect(await get(path.me, token)).toBe(401);
});

test('row 55: all sessions of an address end together, and its account at a provider opens nothing', async () => {
  const tokens = [await begin(school.leader.email), await begin(school.leader.email), await begin(school.coach.email)];
  await db.source.query(
    `insert into access.connected_account (issuer, subject, address, connected_at) values ('https://id.test', 'ada', $1, platform.clock())`,
    [school.leader.email],
  );
  await sessions.endAll(school.leader.email.toUpperCase());
  expect(await Promise.all(tokens.map((token) => get(path.me, token)))).toEqual([401, 401, 200]);
  expect(await db.source.query('select from access.connected_account')).toEqual([]);
});

test('row 55: what is no session opens nothing', async () => {
  for (const token of ['', 'undefined', 'null', '%00', 'x'.repeat(10_000), 'A'.repeat(43), "' or 1=1 --"])
    expect(await get(path.me, token)).toBe(401);
});

test('the database does not hold what the cookie holds', async () => {
  expect(await db.dump()).not.toContain(await begin(school.leader.email));
});

test('row 51: a round of a strange organisation, an unknown one and what is no id belong to nobody', async () => {
  const principal = await sessions.find(await begin(school.leader.email));
  if (!principal) throw new Error('The leader is not signed in.');
  const rounds = app.get(WhoseRound);
  for (const id of ['00000000-0000-4000-8000-000000000009', '1', '', "1' or true", '../me', '%00'])
    expect(await rounds.membership(principal, id)).toBeNull();
});

test('somebody who belongs to two schools sees both', async () => {
  const second = await testSchool(db, 'second.test');
  await db.source.query('update people.person set email = $1 where id = $2', [school.leader.email, second.coach.id]);
  const answer = await app.inject({ method: 'GET', url: path.me, cookies: { '__Host-sid': await begin(school.leader.email) } });
  expect(
    answer
      .json<{ memberships: { roles: string[] }[] }>()
      .memberships.map(({ roles }) => roles[0])
      .sort(),
  ).toEqual(['coach', 'leader']);
});
