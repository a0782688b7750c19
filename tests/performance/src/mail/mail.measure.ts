import { loadavg } from 'node:os';
import { redisIsInstalled, testDatabase, TestRedis } from '@facet/testing';
import { afterAll, test } from '@jest/globals';
import { type Measured, middle } from '../measure';
import { Child } from './child';
import { manyInvited, planInvitations, planReminders } from './planning';
import { timeToSend } from './sending';

// P3, P4, P5 and P13: nx run performance:mail. Nothing here can fail for being slow. Figures of this machine at this moment; the ratios are what compares.
const RUNS = Number(process.env['FACET_RUNS'] ?? 3);
const MAILS = 600;
const BYTES = 9_000;

const load = (): string => loadavg()[0]?.toFixed(1) ?? '';
const inWords = ({ median, fastest, slowest }: Measured): string => `${median.toFixed(0)} (${fastest.toFixed(0)} to ${slowest.toFixed(0)})`;
const print = (...columns: readonly string[]): boolean =>
  process.stdout.write(`${columns.map((column, at) => (at === 0 ? column.padEnd(50) : column.padStart(26))).join('')}\n`);

/** Runs in turn, so that whatever else the machine does meets all; of several figures each, the middle and the range. */
async function inTurn<Name extends string>(once: () => Promise<Record<Name, number>>): Promise<Record<Name, Measured>> {
  const all: Record<Name, number>[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await once());
  const names = Object.keys(all[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, middle(all.map((one) => one[name]))])) as Record<Name, Measured>;
}

const ratio = (upper: Measured, lower: Measured): string => (upper.median / lower.median).toFixed(2);
const pool = async (): Promise<number> => Number(await Child.start('pool-program', [smtpUrl, `${MAILS}`, `${BYTES}`]).said());

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

process.stdout.write(`Milliseconds: median (range) of ${RUNS} runs in turn. Test database: nothing is forced to the disk.\n\n`);
print('', 'product', 'beside it', 'ratio', 'load average');

test('P3: what planning an invitation costs', async () => {
  await db.setClock(new Date());
  const planned = await inTurn(() => planInvitations(db, 10_000));
  print(
    'P3 10,000 invitations / bare inserts',
    inWords(planned.product),
    inWords(planned.bare),
    ratio(planned.bare, planned.product),
    load(),
  );
});

test('P4 and P13: what sending a mail costs, in one process and in two', async () => {
  await db.source.query('delete from post.mail_item');
  await db.source.query('delete from post.mail');
  for (const [backend, redisUrl] of [...(redis ? [['Redis', redis.url] as const] : []), ['PostgreSQL', undefined] as const]) {
    let twice = 0;
    const send = async (processes: number): Promise<number> => {
      const sent = await timeToSend(db, { smtpUrl, mails: MAILS, processes, ...(redisUrl !== undefined && { redisUrl }) });
      twice += sent.twice;
      return sent.milliseconds;
    };
    const sent = await inTurn(async () => ({ alone: await pool(), one: await send(1), two: await send(2) }));
    print(`P4 ${MAILS} mails / nodemailer’s pool, ${backend}`, inWords(sent.one), inWords(sent.alone), ratio(sent.alone, sent.one), load());
    print(`P13 two processes / one, ${backend}`, inWords(sent.two), inWords(sent.one), ratio(sent.one, sent.two), load());
    print(`    mails that were tried twice, ${backend}`, `${twice}`);
  }
});

test('P5: what a look for reminders costs', async () => {
  await manyInvited(db, 100_000);
  const swept = await inTurn(() => planReminders(db));
  print(
    'P5 sweep of 100,000 open invitations / bare SQL',
    inWords(swept.product),
    inWords(swept.bare),
    ratio(swept.product, swept.bare),
    load(),
  );
  print('    memory that one sweep adds, MB', (swept.grown.median / 2 ** 20).toFixed(0));
});
