import { Injectable } from '@nestjs/common';
import type { GroupCode } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

/** Who was asked. Whether they have answered is not here, and the role that reads this cannot see it. */
export interface Invited {
  readonly invitation: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly group: GroupCode;
  /** Counts the links of this invitation from 1: only the newest opens it. */
  readonly version: number;
  /** The coach has confirmed this colleague. */
  readonly checked: boolean;
  /** Where the leader asks for this invitation to go instead, and under which name that address is known; waits for the coach. */
  readonly proposed: string | null;
  readonly proposedName: string | null;
}

export interface NewInvitation {
  readonly id: string;
  readonly person: string;
  readonly group: GroupCode;
  readonly tokenHash: Buffer;
}

const INVITED = `i.id as invitation, p.id as person, p.name, p.email, i.rater_group as "group", i.version, i.checked_at is not null as checked,
  q.email as proposed, q.name as "proposedName"`;
const BEHIND = `people.invitation i join people.person p on p.id = i.person left join people.person q on q.id = i.proposed`;

@Injectable()
export class Invitations {
  async insert(tx: Transaction, round: string, list: readonly NewInvitation[]): Promise<void> {
    await tx.query(
      `insert into people.invitation (id, organisation, round, person, rater_group, token_hash)
        select id, platform.organisation(), $1, person, rater_group, token_hash
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[]) as given (id, person, rater_group, token_hash)`,
      [round, list.map((i) => i.id), list.map((i) => i.person), list.map((i) => i.group), list.map((i) => i.tokenHash)],
    );
  }

  /** Everybody who is asked in a round, by name. */
  async ofRound(tx: Transaction, round: string): Promise<Invited[]> {
    return tx.query<Invited>(`select ${INVITED} from ${BEHIND} where i.round = $1 and not i.taken_out order by p.name, p.id`, [round]);
  }

  /** Everybody whom the coach has taken out of a round. */
  async takenOut(tx: Transaction, round: string): Promise<Invited[]> {
    return tx.query<Invited>(`select ${INVITED} from ${BEHIND} where i.round = $1 and i.taken_out order by p.name, p.id`, [round]);
  }

  /** Groups out of which somebody was forgotten once their link had left: for the rules of a changed list. Nobody knows any more who it was. */
  async forgotten(tx: Transaction, round: string): Promise<{ readonly group: GroupCode; readonly checked: true }[]> {
    return tx.query(`select rater_group as "group", true as checked from people.forgotten_in where round = $1 order by 1`, [round]);
  }

  async byId(tx: Transaction, id: string): Promise<(Invited & { readonly round: string }) | null> {
    const [row] = await tx.query<Invited & { round: string }>(`select i.round, ${INVITED} from ${BEHIND} where i.id = $1`, [id]);
    return row ?? null;
  }

  /** Long after the seal only how many were asked is known any more, and of no colleague who they were. */
  async knownNoLonger(tx: Transaction, round: string): Promise<boolean> {
    return (await tx.query('select from people.invited_count where round = $1 limit 1', [round])).length > 0;
  }

  /** Of these rounds, those in which somebody waits for the coach's check. */
  async waitForCheck(tx: Transaction, rounds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ round: string }>(
      `select distinct round from people.invitation
        where round = any($1::uuid[]) and rater_group <> 'self' and (checked_at is null or proposed is not null) and not taken_out`,
      [rounds],
    );
    return new Set(rows.map(({ round }) => round));
  }

  /** The coach has looked at everybody who is on the list at this moment. */
  async check(tx: Transaction, round: string): Promise<void> {
    await tx.query('update people.invitation set checked_at = $2 where round = $1 and checked_at is null and not taken_out', [
      round,
      tx.now,
    ]);
  }

  /** Into another group; the database refuses it for whoever has been confirmed. */
  async move(tx: Transaction, id: string, group: GroupCode): Promise<void> {
    await tx.query('update people.invitation set rater_group = $2 where id = $1', [id, group]);
  }

  /** The leader asks for another address; null: the one before stays. */
  async propose(tx: Transaction, id: string, person: string | null): Promise<void> {
    await tx.query('update people.invitation set proposed = $2 where id = $1', [id, person]);
  }

  /** The link opens nothing any more, and what was answered is deleted, without anybody learning whether there was anything. */
  async takeOut(tx: Transaction, id: string): Promise<void> {
    await tx.query('select door.take_out($1)', [id]);
  }

  /** Whatever was answered so far is deleted, without anybody learning whether there was anything. */
  async startAfresh(tx: Transaction, id: string): Promise<void> {
    await tx.query('select door.start_afresh($1)', [id]);
  }

  /** To another address, with a link of its own: the one before opens nothing any more. */
  async reissue(
    tx: Transaction,
    { id, person, version, tokenHash }: Omit<NewInvitation, 'group'> & { readonly version: number },
  ): Promise<void> {
    await tx.query(`update people.invitation set person = $2, version = $3, token_hash = $4, proposed = null where id = $1`, [
      id,
      person,
      version,
      tokenHash,
    ]);
  }
}
