import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

export interface NamedApprover {
  readonly person: string;
  /** Null: as long as the round is open. */
  readonly until: Date | null;
}

/** Whom a coach has named to check a list in their stead; whether it is still so, the rules say at every request. */
@Injectable()
export class Approvers {
  async ofRound(tx: Transaction, round: string): Promise<NamedApprover | null> {
    const [row] = await tx.query<NamedApprover>('select person, until from people.approver where round = $1', [round]);
    return row ?? null;
  }

  /** The rounds that somebody was named for. */
  async roundsOf(tx: Transaction, person: string): Promise<string[]> {
    const rows = await tx.query<{ round: string }>('select round from people.approver where person = $1 order by round', [person]);
    return rows.map(({ round }) => round);
  }

  /** In place of whoever was named before. */
  async name(tx: Transaction, round: string, { person, until }: NamedApprover): Promise<void> {
    await tx.query(
      `insert into people.approver (round, organisation, person, until) values ($1, platform.organisation(), $2, $3)
        on conflict (round) do update set person = excluded.person, until = excluded.until`,
      [round, person, until],
    );
  }

  /** Whom it was taken back from; null where nobody was named. */
  async end(tx: Transaction, round: string): Promise<string | null> {
    const [row] = await tx.query<{ person: string }>('delete from people.approver where round = $1 returning person', [round]);
    return row?.person ?? null;
  }
}
