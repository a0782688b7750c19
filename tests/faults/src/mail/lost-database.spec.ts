import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { Database, dataSource } from '@facet/platform';
import { LaunchRoundModule } from '@facet/server-launch-round';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, TestBrowser, testConfiguration, testSchool, type TestSchool } from '@facet/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { seeded } from '../seeded';
import { checkMails, type Tally } from './check-mails';
import { crash, writtenDown } from './crash';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { MailProcess } from './mail-process';
import { mailsToSend } from './mails-to-send';
import { settled } from './settled';
import { Wire } from './wire';

// A database that crashes, whose line breaks in the very COMMIT, and whose connections are all taken.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());
beforeAll(async () => {
  // Test databases are quick to say "committed"; a crash would take that back, and blame the product. Only new connections see it.
  await db.source.query('alter database facet set synchronous_commit = on');
  await writtenDown(db);
  await crash(db);
});

const COLLEAGUES = 12;
const request = (school: TestSchool) => ({
  id: randomUUID(),
  framework: school.framework.id,
  coach: school.coach.id,
  colleagues: Array.from({ length: COLLEAGUES }, (_, at) => `Colleague ${at} <c${at}-${school.organisation}@school.test>, peer`).join('\n'),
  together: {},
  minimum: 3,
  closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' },
  message: '',
});

interface Launch {
  readonly school: TestSchool;
  /** Presses until somebody says that it is launched; every press is the same. The answers that it got. */
  press(): Promise<number[]>;
}
/** A leader of a new school, before a launch; the application has this way to the database. */
async function beforeLaunch(source: DataSource): Promise<Launch> {
  await db.setClock('2026-11-24T12:00:00Z');
  const school = await testSchool(db, `${randomUUID()}.test`);
  const modules = [AnswerLinksModule, MailModule, StoreRoundsModule, AccountsModule, LaunchRoundModule];
  const way = { ...db, source, database: new Database(source) };
  const app: NestFastifyApplication = await testApplication(way, modules, testConfiguration(db, { redisUrl: 'redis://127.0.0.1:1' }));
  stage.atEnd(() => app.close());
  const leader = await TestBrowser.signedIn(app, db, school.leader.email);
  const draft = request(school);
  return {
    school,
    press: async () => {
      const answers: number[] = [];
      await until('the round is launched', async () => {
        const { status } = await leader.post(path.rounds, draft);
        answers.push(status);
        return status === 201;
      });
      return answers;
    },
  };
}
/** One round with all its invitations, each in one mail, and one mail to the coach. */
async function whole({ school }: Launch): Promise<Tally> {
  const [found] = await db.source.query<Record<string, number>[]>(
    `select (select count(*)::int from people.round where organisation = $1) as rounds,
        (select count(*)::int from people.invitation where organisation = $1) as invitations,
        (select count(distinct invitation)::int from post.mail_item where organisation = $1) as "invitations in mails",
        (select count(*)::int from post.mail_item where organisation = $1) as items,
        (select count(*)::int from post.mail where organisation = $1) as mails`,
    [school.organisation],
  );
  const invitations = COLLEAGUES + 1;
  expect(found).toEqual({ rounds: 1, invitations, 'invitations in mails': invitations, items: invitations, mails: invitations + 1 });
  return { accepted: 0, copies: 0, unknown: 0 };
}
async function connected(url: string): Promise<DataSource> {
  const source = await dataSource(url).initialize();
  stage.atEnd(() => source.destroy());
  return source;
}

test('F8: a database that crashes while a round is launched leaves a whole round or none, and the same press again makes it whole', async () => {
  const random = seeded('database crashes during a launch');
  await stage.meet('F8 database crashes in a launch', async () => {
    const launch = await beforeLaunch(await connected(db.url));
    const pressed = launch.press();
    await setTimeout(random() * 60);
    await crash(db);
    await pressed;
    return whole(launch);
  });
});

test('F8: a database that crashes while mails leave loses none, and none leaves twice but what nobody could know about', async () => {
  const random = seeded('database crashes while mails leave');
  await stage.meet('F8 database crashes while mails leave', async (smtp) => {
    const mails = await mailsToSend(db, smtp, { invitations: 20, reminders: 10 });
    const process = await MailProcess.start(mails);
    stage.atEnd(() => process.kill());
    await smtp.waitFor(({ length }) => length >= 1 + Math.floor(random() * 20));
    await crash(db);
    await until('the database answers again', async () => (await settled(db)) >= 0);
    return checkMails(db, smtp, mails);
  });
});

test.each([
  ['before it arrives', { speaker: 'client', says: /COMMIT/, then: 'cut before' }],
  ['before its answer arrives', { speaker: 'server', says: /COMMIT/, then: 'cut before' }],
] as const)('F9: a launch whose COMMIT is cut off %s is there once after the same press again', async (name, moment) => {
  const random = seeded(`line cut in a COMMIT, ${name}`);
  await stage.meet(`F9 COMMIT cut ${name}`, async () => {
    const wire = await Wire.to(db.url);
    stage.atEnd(() => wire.close());
    const launch = await beforeLaunch(await connected(wire.url));
    wire.breakAt({ ...moment, after: Math.floor(random() * 4) });
    await launch.press();
    wire.mend();
    return whole(launch);
  });
});

test('F10: a launch for which no connection is free waits until one is, and is then whole', async () => {
  await stage.meet('F10 all connections taken', async () => {
    const source = await connected(db.url);
    const launch = await beforeLaunch(source);
    const slow = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const runner = source.createQueryRunner();
        await runner.startTransaction();
        return runner;
      }),
    );
    const pressed = launch.press();
    const [nothing] = await db.source.query<{ rounds: number }[]>(
      'select count(*)::int as rounds from people.round where organisation = $1',
      [launch.school.organisation],
    );
    expect(nothing?.rounds).toBe(0);
    for (const runner of slow) {
      await runner.rollbackTransaction();
      await runner.release();
    }
    expect(await pressed).toEqual([201]);
    return whole(launch);
  });
});
