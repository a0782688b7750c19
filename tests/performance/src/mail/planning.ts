import { randomUUID } from 'node:crypto';
import { MailRows } from '@facet/mail';
import type { TestDatabase } from '@facet/testing';
import { crowd } from './crowd';
import { heldInvitation } from './held-mails';
import { timed } from './timed';

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
