import { randomUUID } from 'node:crypto';
import { tokenHash, type RoundSecret } from '@facet/answer-links';
import type { GroupCode } from '@facet/domain-round';
import type { NewMail } from '@facet/mail';
import type { Transaction } from '@facet/platform';
import type { NewInvitation } from '@facet/store-rounds';

/** A new invitation with its first link. */
export function newInvitation(secret: RoundSecret, person: string, group: GroupCode): NewInvitation {
  const id = randomUUID();
  const hash = tokenHash(secret.token(id, 1));
  if (!hash) throw new Error('a token that was just made has a hash');
  return { id, person, group, tokenHash: hash };
}

/** The mail that carries an invitation's first link, or a later one. */
export const invitationMail = (
  { id, person }: Pick<NewInvitation, 'id' | 'person'>,
  version: number,
  notBefore: NewMail['notBefore'],
): NewMail => ({
  person,
  kind: 'invitation',
  dedupeKey: `invite:${id}:${version}`,
  about: null,
  notBefore,
  giveUpAt: 'never',
  items: [{ invitation: id, kind: 'invitation', ordinal: version }],
});

/** Whether an invitation has begun to leave for the person who has it now. Whoever was never written to need not learn that they nearly were. */
export async function hasLeft(tx: Transaction, invitation: string): Promise<boolean> {
  const rows = await tx.query(
    `select from post.mail_item item join post.mail mail on mail.id = item.mail join people.invitation i on i.id = item.invitation
      where i.id = $1 and item.kind = 'invitation' and mail.person = i.person and mail.attempt > 0`,
    [invitation],
  );
  return rows.length > 0;
}
