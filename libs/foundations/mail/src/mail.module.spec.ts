import { AnswerLinksModule } from '@facet/answer-links';
import { createLogger, PlatformModule, type Configuration } from '@facet/platform';
import { type Received, RecordingSmtp, redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Doorbell } from './doorbell/doorbell';
import { MailModule } from './mail.module';
import { MORNING, PostOffice } from './post-office';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const redis = await TestRedis.reserve();
const running: INestApplicationContext[] = [];
const testWithRedis = redisIsInstalled ? test : test.skip;

beforeEach(async () => {
  smtp.messages.splice(0);
  await db.setClock(MORNING);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((process) => process.close()));
  await redis.kill();
});
afterAll(async () => {
  await smtp.stop();
  await office.close();
  await db.drop();
});

@Module({})
class Process {}

/** One process of the product, as far as mail goes. Its sweeper looks once, and then not again unless the test says so. */
const start = async (roles: Configuration['roles'], change: Partial<Configuration> = {}, sweepSeconds = 3600): Promise<Doorbell> => {
  const { configuration } = office;
  const changed = { ...configuration, roles, ...change, mail: { ...configuration.mail, sweepSeconds } };
  const root = {
    module: Process,
    imports: [PlatformModule.with(changed, db.source, createLogger('silent')), AnswerLinksModule, MailModule],
  };
  const process = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  running.push(process);
  return process.get(Doorbell);
};
const invited = async (): Promise<string> => {
  const [leader, person] = await Promise.all(['Lea', 'Sam'].map((name) => office.person(name, `${crypto.randomUUID()}@hill.example`)));
  return (await office.invitationMail(await office.round(leader), person ?? '')).mail;
};
const arrived = (ids: readonly string[]) => (messages: readonly Received[]) =>
  ids.every((id) => messages.some(({ mail }) => mail.messageId?.includes(id)));

test('a process that serves pages rings, and a process that works hears it and sends', async () => {
  const doorbell = await start(['http']);
  await start(['jobs']);
  const mails = await Promise.all([invited(), invited(), invited()]);
  expect(await doorbell.ring(mails)).toBe(true);
  await smtp.waitFor(arrived(mails));
  expect(smtp.messages).toHaveLength(3);
});

test('what the queue holds is ids of mails: no name, no address, no link', async () => {
  const doorbell = await start(['http']);
  const mail = await invited();
  expect(await doorbell.ring([mail])).toBe(true);
  const jobs = JSON.stringify(await office.sql('select * from queue.job'));
  expect(jobs).toContain(mail);
  expect(jobs).not.toMatch(/hill\.example|Sam|Lea|#/);
});

test('a process that only serves pages never sends, even where mail is due', async () => {
  const mail = await invited();
  await start(['http'], {}, 0.1);
  const looked = await invited();
  const doorbell = await start(['http'], {}, 0.1);
  await doorbell.ring([mail, looked]);
  expect(await office.mail(mail)).toMatchObject({ state: 'pending', attempt: 0 });
  await start(['jobs']);
  await smtp.waitFor(arrived([mail, looked]));
});

test('with the queue switched off nobody waits for it, and the mail goes by the sweeper', async () => {
  const off = { redisUrl: redis.url };
  const doorbell = await start(['http', 'jobs'], off, 0.2);
  const mail = await invited();
  const before = performance.now();
  expect(await doorbell.ring([mail])).toBe(false);
  expect(performance.now() - before).toBeLessThan(3_000);
  await smtp.waitFor(arrived([mail]));
});

testWithRedis('on Redis the doorbell is heard, and what Redis forgets or loses goes by the sweeper', async () => {
  await redis.start();
  const doorbell = await start(['http'], { redisUrl: redis.url });
  await start(['jobs'], { redisUrl: redis.url });
  const heard = await invited();
  expect(await doorbell.ring([heard])).toBe(true);
  await smtp.waitFor(arrived([heard]));

  const forgotten = await invited();
  expect(await redis.command('FLUSHALL')).toContain('OK');
  await redis.kill();
  await start(['jobs'], { redisUrl: redis.url }, 0.2);
  const unheard = await invited();
  expect(await doorbell.ring([unheard])).toBe(false);
  await smtp.waitFor(arrived([forgotten, unheard]));
  expect(smtp.messages).toHaveLength(3);
});

testWithRedis('a Redis that comes back empty is used again', async () => {
  await redis.start();
  const doorbell = await start(['http'], { redisUrl: redis.url });
  await start(['jobs'], { redisUrl: redis.url });
  await redis.kill();
  expect(await doorbell.ring([await invited()])).toBe(false);
  await redis.start();
  const mail = await invited();
  for (const began = performance.now(); !(await doorbell.ring([mail])) && performance.now() - began < 10_000;) await office.mail(mail);
  await smtp.waitFor(arrived([mail]));
});
