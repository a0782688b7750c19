import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { FileVault } from '@facet/answer-links';
import { path } from '@facet/contract';
import { redisIsInstalled, testSchool, type TestSchool, TestRedis } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AppUnderTest } from './app-under-test';

// Whatever becomes of Redis: whoever launches, saves or sends is answered within a second, and every mail of a launch leaves once.

const redis = await TestRedis.reserve();
const testWithRedis = redisIsInstalled ? test : test.skip;
let under: AppUnderTest;
beforeAll(async () => {
  under = await AppUnderTest.open((usual) => ({ ...usual, redisUrl: redis.url, mail: { ...usual.mail, sweepSeconds: 1 } }));
});
beforeEach(async () => {
  if (redisIsInstalled) await redis.start();
  under.smtp.messages.splice(0);
});
afterEach(() => redis.kill());
afterAll(async () => {
  await under.close();
});

// Half a second is what it allows itself, and without that it would wait for minutes; the rest is for a busy machine.
const ANSWERED_WITHIN_MS = 3_000;
const TIMES = 5;
const colleagues = ['Sam', 'Bo', 'Kim', 'Lee'].map((name) => `${name} Hill <${name}.${randomUUID()}@school.test>, peer`).join('\n');
const closing = { date: '2026-12-09', time: '18:00', zone: 'Europe/London' };

const quickly = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const began = performance.now();
  const answer = await ask();
  expect(performance.now() - began).toBeLessThan(ANSWERED_WITHIN_MS);
  return answer;
};
const launch = async (school: TestSchool): Promise<number> => {
  const leader = await under.signedIn(school.leader.email);
  const { framework, coach } = school;
  const wish = { id: randomUUID(), framework: framework.id, coach: coach.id, colleagues, together: {}, minimum: 3, closing, message: '' };
  return (await quickly(() => leader.post(path.rounds, wish))).status;
};
const asColleague = async (method: 'PUT' | 'POST', url: string, token: string, payload: object): Promise<number> => {
  const headers = { 'x-facet': '1', authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await quickly(() => under.app.inject({ method, url, headers, payload: JSON.stringify(payload) }))).statusCode;
};

/** What `/readyz` answers once it is as wished, or after a minute, within which everything heals. */
const readiness = async (wished: (ready: { queue?: string }) => boolean): Promise<[number, { queue?: string }]> => {
  const until = performance.now() + 60_000;
  for (;;) {
    const { statusCode, body } = await quickly(() => under.app.inject('/readyz'));
    const ready = JSON.parse(body) as { queue?: string };
    if (wished(ready) || performance.now() > until) return [statusCode, ready];
    await setTimeout(50);
  }
};

testWithRedis.each<readonly [string, 'heard' | 'silent', () => unknown]>([
  ['hangs', 'silent', () => redis.hang()],
  ['has no memory left', 'silent', () => redis.command('CONFIG SET maxmemory 1')],
  ['is gone', 'silent', () => redis.kill()],
  ['has come back empty', 'heard', () => redis.kill().then(() => redis.start())],
])(
  'while Redis %s, nobody who launches, saves or sends waits, the queue is called %s, and every mail leaves once',
  async (_, becomes, trouble) => {
    const domain = (time: number): string => `${randomUUID().slice(0, 8)}-${time}.test`;
    const schools: TestSchool[] = [];
    for (let time = 0; time < TIMES; time++) schools.push(await testSchool(under.db, domain(time)));
    const raters = Array.from({ length: TIMES }, (_rater, at) => ({ name: `Rater ${at}`, group: 'peer' as const }));
    const { token } = await testRound(under.db, await testSchool(under.db, domain(TIMES)), new FileVault(under.keysFolder), { raters });
    await trouble();
    for (const school of schools) expect(await launch(school)).toBe(201);
    for (const own of Object.values(token)) {
      expect(await asColleague('PUT', path.answers, own, { rev: 1, ratings: { '1.1': 4, '2.1': null } })).toBe(200);
      expect(await asColleague('POST', path.send, own, { rev: 1 })).toBe(200);
    }
    const ready = { status: 'ready', queue: becomes, mail: 'on time' };
    expect(await readiness(({ queue }) => queue === becomes)).toEqual([200, ready]);
    const people = schools.flatMap(({ leader, coach }) => [leader.email, coach.email]);
    await under.smtp.waitFor(({ length }) => length >= people.length);
    expect(under.smtp.messages.flatMap(({ to }) => to).sort()).toEqual(people.sort());
  },
);
