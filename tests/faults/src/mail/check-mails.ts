import { tokenHash } from '@facet/answer-links';
import type { RecordingSmtp, Received, TestDatabase } from '@facet/testing';
import type { MailsToSend } from './mails-to-send';

/** What a run came to. */
export interface Tally {
  readonly accepted: number;
  /** Second copies of invitations whose first outcome nobody could know. */
  readonly copies: number;
  /** Mails that ended as unknown, for a person to look at. */
  readonly unknown: number;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly address: string;
  readonly tokenHash: Buffer;
  readonly items: number;
  readonly attempts: number;
  readonly unknowns: number;
}

/**
 * The promises of mail, whatever happened: each due item in one mail; nothing accepted twice but an invitation whose first outcome
 * nobody could know, once more, with the same Message-ID and link; nothing lost; nothing left waiting; each link to the right person.
 * `ends` are the states in which this run may leave a mail. Returns the figures, and throws what is broken.
 */
export async function checkMails(
  db: TestDatabase,
  smtp: RecordingSmtp,
  { ids }: Pick<MailsToSend, 'ids'>,
  ends: readonly string[] = ['sent', 'unknown'],
): Promise<Tally> {
  const rows = await db.source.query<Row[]>(
    `select m.id, m.kind, m.state, p.email as address, i.token_hash as "tokenHash",
        (select count(*)::int from post.mail_item x where x.invitation = i.id and x.kind = item.kind and x.ordinal = item.ordinal) as items,
        (select count(*)::int from post.mail_attempt a where a.mail = m.id) as attempts,
        (select count(*)::int from post.mail_attempt a where a.mail = m.id and a.outcome = 'unknown') as unknowns
      from post.mail m join people.person p on p.id = m.person
        join post.mail_item item on item.mail = m.id join people.invitation i on i.id = item.invitation
      where m.id = any($1)`,
    [ids],
  );
  const arrived = Map.groupBy(smtp.messages, ({ mail }) => mail.messageId?.replace(/^<|@.*$/g, '') ?? '');
  const broken = rows.flatMap((row) => faultsOf(row, arrived.get(row.id) ?? [], ends));
  if (rows.length !== ids.length) broken.push(`${ids.length} mails were written and ${rows.length} are there`);
  for (const id of arrived.keys()) if (!rows.some((row) => row.id === id)) broken.push(`${id} was accepted and belongs to nobody`);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return {
    accepted: smtp.messages.length,
    copies: [...arrived.values()].filter((copies) => copies.length > 1).length,
    unknown: rows.filter(({ state }) => state === 'unknown').length,
  };
}

/** Nobody who answered, declined, was taken out or asked for no more gets anything, and what was refused did not arrive. */
const NEVER_LEFT = ['rejected', 'cancelled', 'suppressed'];

function faultsOf(row: Row, arrived: readonly Received[], ends: readonly string[]): string[] {
  const allowed = row.kind === 'reminder' || row.unknowns === 0 ? 1 : 2;
  const checks: [boolean, string][] = [
    [row.items === 1, `its invitation stands in ${row.items} mails`],
    [ends.includes(row.state), `it is still ${row.state}`],
    [!NEVER_LEFT.includes(row.state) || arrived.length === 0, `it is ${row.state} and arrived`],
    [row.state !== 'sent' || arrived.length > 0, 'it is said to be sent and never arrived'],
    [arrived.length <= allowed, `it was accepted ${arrived.length} times, after ${row.unknowns} unknown attempts`],
    [arrived.length <= row.attempts, `it was accepted ${arrived.length} times in ${row.attempts} attempts`],
    [arrived.every(({ to }) => to.join() === row.address), 'it went to somebody else'],
    [arrived.every(({ mail }) => opens(mail.text ?? '').equals(row.tokenHash)), 'its link is another one’s'],
  ];
  return checks.filter(([holds]) => !holds).map(([, words]) => `${row.kind} ${row.id}: ${words}`);
}

/** The hash of the token in the mail’s link. */
const opens = (text: string): Buffer => tokenHash(/\/s#([0-9A-Z]{26})/.exec(text)?.[1] ?? '') ?? Buffer.alloc(0);
