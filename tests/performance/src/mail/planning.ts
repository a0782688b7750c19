import { randomUUID } from 'node:crypto';
import { Doorbell, MailRows, PlanReminders } from '@facet/mail';
import { createLogger } from '@facet/platform';
import { testConfiguration, type TestDatabase, testSchool } from '@facet/testing';
import { heldInvitation } from './held-mails';

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** So many colleagues of one open round in a school of their own, invited and not written to. */
async function crowd(db: TestDatabase, size: number): Promise<{ organisation: string; invited: { invitation: string; person: string }[] }> {
  const { organisation, leader, coach, framework } = await testSchool(db);
  const round = randomUUID();
  await db.source.query(
    `insert into people.round (id, organisation, leader, coach, framework, message, promise, closes_local, zone, closes_at, launched_at, confirmed_at)
      values ($1, $2, $3, $4, $5, '', '{"minimum":3,"commentMinimum":5,"groups":[]}', '2027-06-01T18:00', 'Europe/London', '2027-06-01T17:00Z',
        platform.clock(), platform.clock())`,
    [round, organisation, leader.id, coach.id, framework.id],
  );
  await db.source.query(
    `insert into people.person (id, organisation, name, email, roles)
      select gen_random_uuid(), $1::uuid, 'Colleague ' || n, 'c' || n || '@' || $1::text || '.test', '{}' from generate_series(1, $2::int) n`,
    [organisation, size],
  );
  const invited = await db.source.query<{ invitation: string; person: string }[]>(
    `insert into people.invitation (id, organisation, round, person, rater_group, token_hash)
      select gen_random_uuid(), organisation, $2::uuid, id, 'peer', sha256(id::text::bytea) from people.person where organisation = $1 and roles = '{}'
      returning id as invitation, person`,
    [organisation, round],
  );
  return { organisation, invited };
}

/** P3, milliseconds: the outbox rows of so many invitations, by the product and by one bare insert for each of the two tables. */
export async function planInvitations(db: TestDatabase, size: number): Promise<{ product: number; bare: number }> {
  const { organisation, invited } = await crowd(db, size);
  const mails = invited.map(heldInvitation);
  const product = await timed(() => db.database.as('facet_mail', organisation, (tx) => new MailRows().write(tx, mails)));
  const other = await crowd(db, size);
  const rows = other.invited.map((one) => ({ ...one, id: randomUUID() }));
  const of = (key: 'id' | 'invitation' | 'person'): string[] => rows.map((row) => row[key]);
  const bare = await timed(() =>
    db.source.transaction(async (manager) => {
      await manager.query(
        `insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at)
          select id, $1::uuid, 'invitation:' || invitation, person, 'invitation', 'infinity', 'infinity'
          from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as given (id, invitation, person)`,
        [other.organisation, of('id'), of('invitation'), of('person')],
      );
      await manager.query(
        `insert into post.mail_item (mail, organisation, invitation, kind, ordinal)
          select id, $1::uuid, invitation, 'invitation', 1 from unnest($2::uuid[], $3::uuid[]) as given (id, invitation)`,
        [other.organisation, of('id'), of('invitation')],
      );
    }),
  );
  return { product, bare };
}

/** Open invitations that have all arrived, none of which is to be reminded of yet. */
export async function manyInvited(db: TestDatabase, size: number): Promise<void> {
  const { organisation, invited } = await crowd(db, size);
  await db.database.as('facet_mail', organisation, (tx) => new MailRows().write(tx, invited.map(heldInvitation)));
  const own = [organisation];
  await db.source.query(`update post.mail set state = 'sending', attempt = 1 where organisation = $1`, own);
  await db.source.query(
    `insert into post.mail_attempt (mail, organisation, n, started_at, phase, outcome, finished_at)
      select id, organisation, 1, platform.clock(), 'finished', 'sent', platform.clock() from post.mail where organisation = $1`,
    own,
  );
  await db.source.query(`update post.mail set state = 'sent', sent_at = platform.clock() where organisation = $1`, own);
  await db.source.query('analyze');
}

/** P5, milliseconds and bytes: one tick of the planner, and the bare question which open invitations arrived long enough ago. */
export async function planReminders(db: TestDatabase): Promise<{ product: number; bare: number; grown: number }> {
  const configuration = testConfiguration(db);
  const log = createLogger('silent');
  const planner = new PlanReminders(configuration, db.database, new MailRows(), new Doorbell(configuration, log), log);
  const before = process.memoryUsage().rss;
  const product = await timed(() => planner.run());
  const grown = process.memoryUsage().rss - before;
  const bare = await timed(() =>
    db.source.query(
      `select i.id from people.round r join people.invitation i on i.round = r.id and i.status = 'invited'
          join post.mail_item item on item.invitation = i.id and item.kind = 'invitation' join post.mail m on m.id = item.mail
        where r.sealed_at is null and r.cancelled_at is null and r.closes_at > platform.clock()
          and m.state = 'sent' and m.sent_at <= platform.clock() - interval '3 days'`,
    ),
  );
  return { product, bare, grown };
}
