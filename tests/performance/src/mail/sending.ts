import { setTimeout } from 'node:timers/promises';
import { Doorbell } from '@facet/mail';
import { createLogger } from '@facet/platform';
import type { TestDatabase } from '@facet/testing';
import { Child } from './child';
import { heldMails } from './held-mails';

export interface Sent {
  readonly milliseconds: number;
  /** Attempts beyond one for each mail. */
  readonly twice: number;
}

/** How long so many processes take for these mails, each with its outcome in the database, from the moment somebody rings for them. */
export async function timeToSend(
  db: TestDatabase,
  { smtpUrl, mails, processes, redisUrl }: { smtpUrl: string; mails: number; processes: number; redisUrl?: string },
): Promise<Sent> {
  const held = await heldMails(db, smtpUrl, mails);
  const doorbell = new Doorbell({ ...held.configuration, redisUrl }, createLogger('silent'));
  await doorbell.onModuleInit();
  const environment = { ...held.environment, ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) };
  const workers = Array.from({ length: processes }, () => Child.start('mail-program', [], environment));
  await Promise.all(workers.map((worker) => worker.said()));
  await db.source.query('update post.mail set not_before = platform.clock() where id = any($1)', [held.ids]);
  const began = performance.now();
  await doorbell.ring(held.ids);
  while (await isWaiting(db)) await setTimeout(25);
  const milliseconds = performance.now() - began;
  await Promise.all(workers.map((worker) => worker.stop()));
  await doorbell.onApplicationShutdown();
  const [{ attempts } = { attempts: 0 }] = await db.source.query<{ attempts: number }[]>(
    'select count(*)::int as attempts from post.mail_attempt where mail = any($1)',
    [held.ids],
  );
  return { milliseconds, twice: attempts - mails };
}

async function isWaiting(db: TestDatabase): Promise<boolean> {
  const rows = await db.source.query<unknown[]>(`select from post.mail where state in ('pending', 'sending') limit 1`);
  return rows.length > 0;
}
