import { randomUUID } from 'node:crypto';
import { MailRows } from '@facet/mail';
import { type TestDatabase, testSchool } from '@facet/testing';
import { heldInvitation } from './held-mails';

export interface Crowd {
  readonly organisation: string;
  readonly invited: readonly { readonly invitation: string; readonly person: string }[];
}

/** A round has so many colleagues. */
const COLLEAGUES = 20;

/** So many colleagues, in open rounds of a school of their own, invited and not written to. */
export async function crowd(db: TestDatabase, size: number): Promise<Crowd> {
  const { organisation, coach, framework } = await testSchool(db, `${randomUUID()}.test`);
  const people = (name: 'leader' | 'colleague', count: number): Promise<unknown> =>
    db.source.query(
      `insert into people.person (id, organisation, name, email)
        select gen_random_uuid(), $1::uuid, $2 || ' ' || n, $2 || n || '@' || $1::text || '.test' from generate_series(1, $3::int) n`,
      [organisation, name, count],
    );
  await people('leader', Math.ceil(size / COLLEAGUES));
  await people('colleague', size);
  await db.source.query(
    `insert into people.round (id, organisation, leader, coach, framework, message, promise, closes_local, zone, closes_at, launched_at, confirmed_at)
      select gen_random_uuid(), $1, id, $2, $3, '', '{"minimum":3,"commentMinimum":5,"groups":[]}', '', 'Europe/London',
          platform.clock() + interval '90 days', platform.clock(), platform.clock()
        from people.person where organisation = $1 and name like 'leader %'`,
    [organisation, coach.id, framework.id],
  );
  const invited = await db.source.query<{ invitation: string; person: string }[]>(
    `with numbered_round as (select id, row_number() over () - 1 as n from people.round where organisation = $1),
        numbered as (select id, (row_number() over () - 1) / $2 as n from people.person where organisation = $1 and name like 'colleague %')
      insert into people.invitation (id, organisation, round, person, rater_group, token_hash)
        select gen_random_uuid(), $1, r.id, p.id, 'peer', sha256(p.id::text::bytea) from numbered p join numbered_round r using (n)
      returning id as invitation, person`,
    [organisation, COLLEAGUES],
  );
  return { organisation, invited };
}

/** Their invitations have all arrived now. */
export async function invite(db: TestDatabase, { organisation, invited }: Crowd): Promise<void> {
  await db.database.as('facet_mail', organisation, (tx) => new MailRows().write(tx, invited.map(heldInvitation)));
  const own = [organisation];
  await db.source.query(`update post.mail set state = 'sending', attempt = 1 where organisation = $1`, own);
  await db.source.query(
    `insert into post.mail_attempt (mail, organisation, n, started_at, phase, outcome, finished_at)
      select id, organisation, 1, platform.clock(), 'finished', 'sent', platform.clock() from post.mail where organisation = $1`,
    own,
  );
  await db.source.query(`update post.mail set state = 'sent', sent_at = platform.clock() where organisation = $1`, own);
  await db.source.query('vacuum analyze');
}
