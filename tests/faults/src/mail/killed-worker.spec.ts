import { setTimeout } from 'node:timers/promises';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { seeded } from '../seeded';
import { checkMails, type Tally } from './check-mails';
import { MailProcess } from './mail-process';
import { mailsToSend } from './mails-to-send';
import { settled, stillWaiting } from './settled';
import { long, repetitions, tell } from './table';

const db = await testDatabase();
let smtp: RecordingSmtp;
const running = new Set<MailProcess>();
beforeEach(async () => {
  smtp = await RecordingSmtp.start();
});
afterEach(async () => {
  await Promise.all([...running].map((process) => process.kill()));
  running.clear();
  await smtp.stop();
});
afterAll(() => db.drop());

const start = async (...given: Parameters<typeof MailProcess.start>): Promise<MailProcess> => {
  const process = await MailProcess.start(...given);
  running.add(process);
  return process;
};
const repeat = async (fault: string, once: () => Promise<Tally>): Promise<void> => {
  const tallies: Tally[] = [];
  for (let time = 0; time < repetitions; time++) {
    smtp.messages.splice(0);
    tallies.push(await once());
  }
  tell(fault, tallies);
};

test('F1: processes that are killed at random times lose no mail, and send none twice but what nobody could know about', async () => {
  const random = seeded('mail processes killed at random times');
  await repeat('F1 killed at random times', async () => {
    const mails = await mailsToSend(db, smtp, long ? { invitations: 150, reminders: 50 } : { invitations: 40, reminders: 20 });
    for (let kills = 0; kills < 5; kills++) {
      const workers = await Promise.all([start(mails), start(mails)]);
      const before = smtp.messages.length;
      await Promise.race([smtp.waitFor(({ length }) => length > before), settled(db)]);
      await setTimeout(random() * 150);
      await Promise.all(workers.map((worker) => worker.kill()));
    }
    await start(mails);
    await settled(db);
    return checkMails(db, smtp, mails);
  });
});

/**
 * Sends an invitation and a reminder. When the server has come to this point with all that still waits, the process that sends is
 * killed, and another one started, so many times in a row; then one more, which nobody kills.
 */
const killAt = async (point: 'RCPT' | 'DATA', times: number): Promise<Tally> => {
  const mails = await mailsToSend(db, smtp, { invitations: 1, reminders: 1 });
  for (let time = 0; time < times; time++) {
    const killed = Promise.withResolvers<undefined>();
    const reached = (await stillWaiting(db)).map(() => {
      const here = Promise.withResolvers<undefined>();
      const reply = (): Promise<unknown> => {
        here.resolve(undefined);
        return killed.promise;
      };
      smtp.answerWith({ at: point, reply });
      return here.promise;
    });
    const worker = await start(mails);
    await Promise.race([Promise.all(reached), settled(db)]);
    await worker.kill();
    killed.resolve(undefined);
  }
  await start(mails);
  await settled(db);
  return checkMails(db, smtp, mails);
};

test('F2: a process that is killed between the server’s 250 and our note sends an invitation once more, and a reminder never', async () => {
  await repeat('F2 killed before the 250 was noted', async () => {
    const tally = await killAt('DATA', 1);
    expect(tally).toEqual({ accepted: 3, copies: 1, unknown: 1 });
    return tally;
  });
});

test('F3: a mail whose process is killed three times before its body left is delivered once', async () => {
  await repeat('F3 killed three times before the body', async () => {
    const tally = await killAt('RCPT', 3);
    expect(tally).toEqual({ accepted: 2, copies: 0, unknown: 0 });
    return tally;
  });
});

test('F3: an invitation whose process is killed after the body every time leaves twice, and is then shown as unknown', async () => {
  await repeat('F3 killed twice after the body', async () => {
    const tally = await killAt('DATA', 2);
    expect(tally).toEqual({ accepted: 3, copies: 1, unknown: 2 });
    return tally;
  });
});
