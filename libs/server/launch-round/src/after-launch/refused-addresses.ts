import type { Transaction } from '@facet/platform';

/**
 * Which invitations a mail server has refused for good, with what it said: only the newest mail of each counts. An address that does
 * not work is no secret; nothing else about a colleague's mail is told.
 */
export async function refusedAddresses(tx: Transaction, round: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ invitation: string; state: string; said: string | null }>(
    `select distinct on (item.invitation) item.invitation, mail.state, mail.last_text as said
      from post.mail_item item join post.mail mail on mail.id = item.mail join people.invitation i on i.id = item.invitation
      where i.round = $1 and item.kind = 'invitation' order by item.invitation, item.ordinal desc`,
    [round],
  );
  const refused = rows.filter(({ state }) => state === 'rejected');
  return new Map(
    refused.map(({ invitation, said }) => [invitation, `The mail server does not take this address${said ? `: ${said}` : '.'}`]),
  );
}
