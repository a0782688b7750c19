import type { Transaction } from '@facet/platform';

/**
 * The invitations of a round whose address does not work, with what a mail server said: it has refused the newest mail that carries
 * the invitation, or the newest mail of any kind to that person, in whatever round. An address that does not work is no secret.
 * Reminders and other mails that only some colleagues get, by whether they have answered, are hidden from this role by the database:
 * a mark that came from one would say that its colleague had not answered.
 */
export async function refusedAddresses(tx: Transaction, round: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ invitation: string; said: string | null }>(
    `select i.id as invitation, case when own.state = 'rejected' then own.last_text else newest.last_text end as said
      from people.invitation i
        left join lateral (
          select mail.state, mail.last_text from post.mail_item item join post.mail mail on mail.id = item.mail
            where item.invitation = i.id and item.kind = 'invitation' order by item.ordinal desc limit 1
        ) own on true
        left join lateral (
          select mail.state, mail.last_text from post.mail mail where mail.person = i.person and mail.state in ('sent', 'rejected')
            order by mail.not_before desc, mail.state limit 1
        ) newest on true
      where i.round = $1 and 'rejected' in (own.state, newest.state)`,
    [round],
  );
  return new Map(rows.map(({ invitation, said }) => [invitation, `The mail server does not take this address${said ? `: ${said}` : '.'}`]));
}
