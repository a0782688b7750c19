import { redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { afterAll, test } from '@jest/globals';
import { Child } from './child';
import { head, inTurn, inWords, print, ratio } from './in-turn';
import { timeToSend } from './sending';

// P4 and P13: nx send performance. Nothing here can fail for being slow. Figures of this machine at this moment; the ratios are what compares.

const MAILS = 2_000;
/** Among servers of one machine everything is busy at once. One elsewhere lets its sender wait, and that is what a second process is for. */
const AWAY_MS = 40;
const MAILS_AWAY = 600;

const db = await testDatabase();
await db.source.query('alter database facet set synchronous_commit = on');
const sinks = [Child.start('sink-program'), Child.start('sink-program', [`${AWAY_MS}`])];
const [near = '', away = ''] = await Promise.all(sinks.map(async (sink) => `smtp://127.0.0.1:${await sink.said()}`));
const redis = redisIsInstalled ? await TestRedis.reserve() : null;
await redis?.start();
afterAll(async () => {
  await Promise.all(sinks.map((sink) => sink.stop()));
  await redis?.kill();
  await db.drop();
});

const pool = async (): Promise<number> => Number(await Child.start('pool-program', [near, `${MAILS}`]).said());

test('P4 and P13: what sending a mail costs, in one process and in two', async () => {
  head('product', 'beside it');
  for (const [backend, redisUrl] of [...(redis ? [['Redis', redis.url] as const] : []), ['PostgreSQL', undefined] as const]) {
    let twice = 0;
    const send = async (processes: number, smtpUrl: string, mails: number): Promise<number> => {
      const sent = await timeToSend(db, { smtpUrl, mails, processes, ...(redisUrl !== undefined && { redisUrl }) });
      twice += sent.twice;
      return sent.milliseconds;
    };
    const sent = await inTurn(async () => ({
      ...{ alone: await pool(), one: await send(1, near, MAILS), two: await send(2, near, MAILS) },
      ...{ oneAway: await send(1, away, MAILS_AWAY), twoAway: await send(2, away, MAILS_AWAY) },
    }));
    print(`P4 ${MAILS} mails / nodemailer’s pool, ${backend}`, inWords(sent.one), inWords(sent.alone), ratio(sent.alone, sent.one));
    print(`P13 two processes / one, ${backend}`, inWords(sent.two), inWords(sent.one), ratio(sent.one, sent.two));
    print(
      `P13 the same, a mail server that takes ${AWAY_MS} ms, ${backend}`,
      ...[inWords(sent.twoAway), inWords(sent.oneAway), ratio(sent.oneAway, sent.twoAway)],
    );
    print(`    mails that were tried twice, ${backend}`, `${twice}`, '', '');
  }
});
