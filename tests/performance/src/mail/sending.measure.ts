import { redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { afterAll, test } from '@jest/globals';
import { Child } from './child';
import { head, inTurn, inWords, print, ratio } from './in-turn';
import { timeToSend } from './sending';

// P4 and P13: nx send performance. Nothing here can fail for being slow. Figures of this machine at this moment; the ratios are what compares.

const MAILS = 600;
const BYTES = 9_000;

const db = await testDatabase();
await db.source.query('alter database facet set synchronous_commit = on');
const sink = Child.start('sink-program');
const smtpUrl = `smtp://127.0.0.1:${await sink.said()}`;
const redis = redisIsInstalled ? await TestRedis.reserve() : null;
await redis?.start();
afterAll(async () => {
  await sink.stop();
  await redis?.kill();
  await db.drop();
});

const pool = async (): Promise<number> => Number(await Child.start('pool-program', [smtpUrl, `${MAILS}`, `${BYTES}`]).said());

test('P4 and P13: what sending a mail costs, in one process and in two', async () => {
  head('product', 'beside it');
  for (const [backend, redisUrl] of [...(redis ? [['Redis', redis.url] as const] : []), ['PostgreSQL', undefined] as const]) {
    let twice = 0;
    const send = async (processes: number): Promise<number> => {
      const sent = await timeToSend(db, { smtpUrl, mails: MAILS, processes, ...(redisUrl !== undefined && { redisUrl }) });
      twice += sent.twice;
      return sent.milliseconds;
    };
    const sent = await inTurn(async () => ({ alone: await pool(), one: await send(1), two: await send(2) }));
    print(`P4 ${MAILS} mails / nodemailer’s pool, ${backend}`, inWords(sent.one), inWords(sent.alone), ratio(sent.alone, sent.one));
    print(`P13 two processes / one, ${backend}`, inWords(sent.two), inWords(sent.one), ratio(sent.one, sent.two));
    print(`    mails that were tried twice, ${backend}`, `${twice}`, '', '');
  }
});
