import type { LineRemark } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

interface Listed {
  readonly line: number;
  readonly name: string;
  readonly email: string;
}

/**
 * What the leader should look at again before asking: whom an administrator keeps out, who has perhaps left, and addresses that a
 * mail server refused in a round of this same leader. Of other leaders' rounds nothing is told.
 */
export async function knownTroubles(tx: Transaction, leader: string, listed: readonly Listed[]): Promise<LineRemark[]> {
  const rows = await tx.query<{ address: string; left: boolean; refused: boolean }>(
    `select lower(p.email) as address, p.disabled_at is not null as left, coalesce(newest.state = 'rejected', false) as refused
      from people.person p left join lateral (
        select m.state from people.invitation i join people.round r on r.id = i.round and r.leader = $2
          join post.mail_item item on item.invitation = i.id and item.kind = 'invitation' join post.mail m on m.id = item.mail
          where m.person = p.id order by r.launched_at desc, item.ordinal desc limit 1
      ) newest on true
      where lower(p.email) = any($1::text[])`,
    [listed.map(({ email }) => email.toLowerCase()), leader],
  );
  const known = new Map(rows.map((row) => [row.address, row]));
  return listed.flatMap(({ line, name, email }) => {
    const { left = false, refused = false } = known.get(email.toLowerCase()) ?? {};
    return [
      ...(left
        ? [
            {
              line,
              message: `${name} can no longer sign in here: has ${name} left? Take the line out, or leave it if they can still be asked.`,
            },
          ]
        : []),
      ...(refused ? [{ line, message: `Mail to ${email} was refused in your last round. Check the address, or take the line out.` }] : []),
    ];
  });
}
