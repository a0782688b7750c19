import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AnswerLinksModule } from '@facet/answer-links';
import { path } from '@facet/contract';
import { MailModule, signInCode } from '@facet/mail';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, testConfiguration, testDatabase, testSchool, type TestSchool } from '@facet/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsModule } from '../accounts.module';
import { CountedRefusals } from '../session/counted-refusals';

const db = await testDatabase();
const configuration = testConfiguration(db);
let app: NestFastifyApplication;
let school: TestSchool;
let other: TestSchool;

beforeAll(async () => {
  app = await testApplication(db, [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule], configuration);
  school = await testSchool(db);
  other = await testSchool(db, 'other.test');
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

interface Told {
  readonly organisation: string;
  readonly kind: string;
  readonly doer: string;
  readonly actor: string | null;
  readonly person: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
const told = (...kinds: string[]): Promise<Told[]> =>
  db.source.query<Told[]>('select organisation, kind, doer, actor, person, detail from audit.entry where kind = any($1) order by number', [
    kinds,
  ]);

const write = (url: string, payload: object, cookies: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, cookies, headers: { 'x-facet': '1' } });

/** A browser that has asked for a code, and that code. */
async function ask(email: string): Promise<{ cookies: Record<string, string>; code: string }> {
  const asked = await write(path.signIn, { email });
  const [request] = await db.source.query<{ id: string }[]>('select id from access.sign_in_request where address = $1', [email]);
  const cookies = Object.fromEntries(asked.cookies.map(({ name, value }) => [name, value]));
  return { cookies, code: signInCode(configuration.secret, request?.id ?? '') };
}

async function enterWrongly(email: string, times: number): Promise<void> {
  const { cookies, code } = await ask(email);
  for (let time = 0; time < times; time++)
    expect((await write(path.signInCode, { code: code === '000000' ? '000001' : '000000' }, cookies)).statusCode).toBe(400);
}

/** Writes what has been counted until this many refusals are there: nobody waits for the counting itself. */
async function refused(times: number): Promise<Told[]> {
  for (;;) {
    await app.get(CountedRefusals).write();
    const all = await told('sign_in_refused');
    if (all.reduce((sum, { detail }) => sum + Number(detail.times), 0) >= times) return all;
  }
}

test('who signs in and out is told, with the way in which', async () => {
  const { cookies, code } = await ask(school.leader.email);
  const entered = await write(path.signInCode, { code }, cookies);
  await write(path.signOut, {}, Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value])));
  const by = { organisation: school.organisation, doer: 'person', actor: school.leader.id };
  expect(await told('signed_in', 'signed_out')).toMatchObject([
    { ...by, kind: 'signed_in', detail: { method: 'mailed code' } },
    { ...by, kind: 'signed_out', detail: {} },
  ]);
});

test('wrong codes are counted about whoever has that address, in their own school alone, and about nobody else', async () => {
  await enterWrongly('stranger@elsewhere.test', 2);
  await enterWrongly(other.coach.email, 2);
  for (const { organisation, doer, person } of await refused(2))
    expect({ organisation, doer, person }).toEqual({ organisation: other.organisation, doer: 'clock', person: other.coach.id });
  const entries = await db.source.query<{ line: string }[]>('select e::text as line from audit.entry e');
  expect(entries.map(({ line }) => line).join()).not.toContain('@');
});
