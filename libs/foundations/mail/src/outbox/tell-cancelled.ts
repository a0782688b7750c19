import type { Transaction } from '@facet/platform';
import { letterAbout } from './letter-about';
import type { MailRows } from './mail-rows';

/** A mail that never began to leave: the list was not confirmed, or it rested over a weekend. */
const NEVER_LEFT = `exists (select from post.mail_item item join post.mail mail on mail.id = item.mail
  where item.invitation = i.id and item.kind = 'invitation' and mail.person = i.person and mail.attempt = 0)`;

/**
 * Writes a mail to everybody whom a cancelled round concerns: its coach, its leader, and every colleague whose invitation has left
 * (a colleague who was never written to need not learn that they nearly were). In the transaction that cancels it, in the role
 * facet_people. Returns the ids to ring for.
 */
export async function tellCancelled(tx: Transaction, mails: MailRows, round: string): Promise<string[]> {
  const people = await tx.query<{ person: string }>(
    `select r.coach as person from people.round r where r.id = $1
      union select r.leader from people.round r where r.id = $1
      union select i.person from people.invitation i join people.round r on r.id = i.round
        where r.id = $1 and r.confirmed_at is not null and not ${NEVER_LEFT}`,
    [round],
  );
  return mails.write(
    tx,
    people.map(({ person }) => letterAbout({ round, kind: 'round_cancelled', person, cause: person }, tx.now)),
  );
}
