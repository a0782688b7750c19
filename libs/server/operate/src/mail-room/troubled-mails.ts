import type { MailRoomView } from '@facet/contract';
import { letterNames, type MailKind } from '@facet/mail';
import type { Transaction } from '@facet/platform';
import { DAYS } from './count-mails';

type Troubled = MailRoomView['troubled'][number];
interface Row extends Omit<Troubled, 'name' | 'whatToDo'> {
  readonly kind: MailKind;
  readonly leader: string | null;
}

const MOST = 200;

/**
 * Mails that did not arrive, or perhaps not, with their person: an address that does not work is no secret. An invitation is here as
 * long as its round is open and it still goes to that person. A reminder is not, nor is a letter to somebody who has answered.
 */
export async function troubledMails(tx: Transaction): Promise<Troubled[]> {
  const rows = await tx.query<Row>(
    `select m.id, m.kind, m.state, m.last_text as reply, p.name as recipient, p.email, asked.leader
      from post.mail m join people.person p on p.id = m.person
        left join lateral (
          select min(l.name) as leader, count(*) as invitations from post.mail_item item
            join people.invitation i on i.id = item.invitation and i.person = m.person and not i.taken_out
            join people.round r on r.id = i.round and r.cancelled_at is null and r.closes_at > $1
            join people.person l on l.id = r.leader
          where item.mail = m.id
        ) asked on true
      where m.state in ('rejected', 'unknown', 'expired') and m.kind <> all('{reminder,answers_unread}')
        and m.not_before > $1::timestamptz - make_interval(days => $2) and (m.kind <> 'invitation' or asked.invitations > 0)
      order by m.not_before desc, m.id limit $3`,
    [tx.now, DAYS, MOST],
  );
  return rows.map(({ kind, leader, ...row }) => ({ ...row, name: letterNames[kind].name, whatToDo: whatToDo(kind, row.state, leader) }));
}

function whatToDo(kind: MailKind, state: Troubled['state'], leader: string | null): string {
  if (kind === 'sign_in') return 'Whoever asked can ask again. If the address is wrong, correct it in the list of people.';
  if (kind !== 'invitation') return TELL[state];
  const round = leader === null ? 'the round' : `the round of ${leader}`;
  switch (state) {
    case 'rejected':
      return `The coach of ${round} can correct the address on its page. The invitation then leaves anew, with another link.`;
    case 'expired':
      return `No mail server took it in time. See whether the address is right, and tell the coach of ${round}.`;
    case 'unknown':
      return `It may have arrived. Ask, without asking for an answer, whether it did; if not, tell the coach of ${round}.`;
  }
}

const TELL: Readonly<Record<Troubled['state'], string>> = {
  rejected: 'The address does not work. Correct it in the list of people if it stands there, and tell this person yourself.',
  expired: 'No mail server took it in time. Tell this person yourself, and see whether the address is right.',
  unknown: 'It may have arrived. Ask whether it did.',
};
