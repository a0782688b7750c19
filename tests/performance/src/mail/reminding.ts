import { Doorbell, MailRows, PlanReminders } from '@facet/mail';
import { createLogger } from '@facet/platform';
import { testConfiguration, type TestDatabase } from '@facet/testing';
import { timed } from './timed';

/** One tick of the planner of reminders. */
export interface Look {
  readonly milliseconds: number;
  readonly planned: number;
  /** Bytes: the most that it held beyond what was held before it, as far as one can see from beside it. */
  readonly held: number;
}

export async function lookForReminders(db: TestDatabase): Promise<Look> {
  const configuration = testConfiguration(db);
  const log = createLogger('silent');
  const planner = new PlanReminders(configuration, db.database, new MailRows(), new Doorbell(configuration, log), log);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const watch = setInterval(() => {
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 200);
  let planned = 0;
  const milliseconds = await timed(async () => (planned = await planner.run()));
  clearInterval(watch);
  return { milliseconds, planned, held: most - before };
}

/** Milliseconds: the bare question which open invitations arrived so many days ago and have not been reminded of since. */
export const findInvited = (db: TestDatabase, days: number): Promise<number> =>
  timed(() =>
    db.source.query(
      `select i.id from people.round r join people.invitation i on i.round = r.id and i.status = 'invited'
          join post.mail_item item on item.invitation = i.id and item.kind = 'invitation' join post.mail m on m.id = item.mail
        where r.sealed_at is null and r.cancelled_at is null and r.closes_at > platform.clock()
          and m.state = 'sent' and m.sent_at <= platform.clock() - make_interval(days => $1)
          and not exists (select from post.mail_item later where later.invitation = i.id and later.kind <> 'invitation')`,
      [days],
    ),
  );
