import type { GroupCode, RoundPromise } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';
import type { ClaimedMail } from './claim';

export interface Named {
  readonly name: string;
  readonly email: string;
}

export interface AskFacts {
  readonly invitation: string;
  readonly version: number;
  readonly group: GroupCode;
  readonly round: string;
  readonly leader: string;
  readonly coach: Named;
  readonly closesAt: Date;
  readonly zone: string;
  readonly promise: RoundPromise;
  readonly message: string;
}

export interface RoundFactsForLetter {
  readonly leader: Named;
  readonly coach: Named;
  readonly closesAt: Date;
  readonly zone: string;
  /** When its report is released without another press; null where that is not settled. */
  readonly releasesAt: Date | null;
}

/** The organisation's name, whom it is for, and an administrator to turn to. */
export interface CommonFacts {
  readonly organisation: string;
  /** The name that its mails come from. */
  readonly from: string;
  readonly recipient: Named;
  readonly administrator: Named | null;
  /** Whom colleagues can ask about their data. */
  readonly dataContact: string | null;
}

/** By person. Read at the moment of sending: addresses, names and closing times are those of now, not those of the planning. */
export async function commonFacts(tx: Transaction, mails: readonly ClaimedMail[]): Promise<ReadonlyMap<string, CommonFacts>> {
  const rows = await tx.query<CommonFacts & { person: string }>(
    `select p.id as person, o.name as organisation, coalesce(o.sender_name, o.name) as from, o.contact as "dataContact",
        json_build_object('name', p.name, 'email', p.email) as recipient,
        (select json_build_object('name', a.name, 'email', a.email) from people.person a
          where 'administrator' = any(a.roles) and a.disabled_at is null order by a.name, a.id limit 1) as administrator
      from people.person p join people.organisation o on o.id = p.organisation where p.id = any($1)`,
    [mails.map(({ person }) => person)],
  );
  return new Map(rows.map((row) => [row.person, row]));
}

/** By mail, whom each asks about: in the order in which they stand there. */
export async function askFacts(tx: Transaction, mails: readonly ClaimedMail[]): Promise<ReadonlyMap<string, AskFacts[]>> {
  const rows = await tx.query<AskFacts & { mail: string }>(
    `select item.mail, i.id as invitation, i.version, i.rater_group as "group", r.id as round, l.name as leader,
        json_build_object('name', c.name, 'email', c.email) as coach, r.closes_at as "closesAt", r.zone, r.promise, r.message
      from post.mail_item item
        join people.invitation i on i.id = item.invitation
        join people.round r on r.id = i.round
        join people.person l on l.id = r.leader
        join people.person c on c.id = r.coach
      where item.mail = any($1) and not item.dropped order by r.closes_at, l.name, i.id`,
    [mails.map(({ id }) => id)],
  );
  return Map.groupBy(rows, ({ mail }) => mail);
}

/** The one colleague whom a mail to the coach speaks of. */
export async function colleagueFacts(tx: Transaction, mail: ClaimedMail): Promise<{ readonly name: string; readonly group: GroupCode }> {
  const [row] = await tx.query<{ name: string; group: GroupCode }>(
    `select p.name, i.rater_group as "group" from post.mail_item item
        join people.invitation i on i.id = item.invitation join people.person p on p.id = i.person
      where item.mail = $1`,
    [mail.id],
  );
  if (!row) throw new Error('a mail that speaks of a colleague has an item');
  return row;
}

export async function roundFacts(tx: Transaction, round: string): Promise<RoundFactsForLetter> {
  const [row] = await tx.query<RoundFactsForLetter>(
    `select json_build_object('name', l.name, 'email', l.email) as leader, json_build_object('name', c.name, 'email', c.email) as coach,
        r.closes_at as "closesAt", r.zone, r.releases_at as "releasesAt"
      from people.round r join people.person l on l.id = r.leader join people.person c on c.id = r.coach where r.id = $1`,
    [round],
  );
  if (!row) throw new Error('a mail is about a round of its organisation');
  return row;
}
