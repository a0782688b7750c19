import { setTimeout } from 'node:timers/promises';
import { dataSource } from '@facet/platform';
import { afterAll, beforeAll, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { seeded } from '../seeded';
import { checkMails } from './check-mails';
import { crash, writtenDown } from './crash';
import { FaultStage } from './fault-stage';
import { until } from './in-time';
import { MailProcess } from './mail-process';
import { mailsToSend } from './mails-to-send';
import { PeopleAtWork, type PressedLaunch } from './pressed-launch';
import { settled } from './settled';
import { Wire } from './wire';

// A database that crashes, and one whose line breaks in the very COMMIT.

const stage = await FaultStage.open();
const { db } = stage;
afterAll(() => stage.close());
beforeAll(async () => {
  // Test databases are quick to say "committed"; a crash would take that back, and blame the product. Only new connections see it.
  await db.source.query('alter database facet set synchronous_commit = on');
  await writtenDown(db);
  await crash(db);
});

async function connected(url: string): Promise<DataSource> {
  const source = await dataSource(url).initialize();
  stage.atEnd(() => source.destroy());
  return source;
}
async function beforeLaunch(url: string): Promise<PressedLaunch> {
  const people = await PeopleAtWork.open(db, await connected(url));
  stage.atEnd(() => people.app.close());
  return people.leader();
}

test('F8: a database that crashes while a round is launched leaves a whole round or none, and the same press again makes it whole', async () => {
  const random = seeded('database crashes during a launch');
  await stage.meet('F8 database crashes in a launch', async () => {
    const launch = await beforeLaunch(db.url);
    const pressed = launch.pressUntilLaunched();
    await setTimeout(random() * 60);
    await crash(db);
    await pressed;
    return launch.isWhole();
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
    const launch = await beforeLaunch(wire.url);
    wire.breakAt({ ...moment, after: Math.floor(random() * 4) });
    await launch.pressUntilLaunched();
    wire.mend();
    return launch.isWhole();
  });
});

test('F9: a mail about which a COMMIT is cut off leaves once, or twice where nobody could know, and none is lost', async () => {
  const random = seeded('line cut in a COMMIT about a mail');
  await stage.meet('F9 COMMIT about a mail cut', async (smtp) => {
    const wire = await Wire.to(db.url);
    stage.atEnd(() => wire.close());
    const mails = await mailsToSend(db, smtp, { invitations: 10, reminders: 5 });
    for (const speaker of ['client', 'server'] as const)
      for (let time = 0; time < 4; time++) wire.breakAt({ speaker, says: /COMMIT/, after: Math.floor(random() * 20), then: 'cut before' });
    const process = await MailProcess.start(mails, { DATABASE_URL: wire.url });
    stage.atEnd(() => process.kill());
    await settled(db);
    return checkMails(db, smtp, mails);
  });
});
