import { Injectable } from '@nestjs/common';
import type { GroupCode } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

export type Status = 'invited' | 'answered' | 'declined';

/** Whoever holds a link: one invitation, found by the hash of its token. */
export interface Entered {
  readonly invitation: string;
  readonly organisation: string;
  readonly round: string;
  readonly framework: string;
}

/** The one column that says whether somebody has answered, for the one invitation that the transaction has entered. */
@Injectable()
export class LiveStatus {
  /** Sets organisation and invitation of the transaction; null for a token that opens nothing. */
  async enter(tx: Transaction, tokenHash: Buffer): Promise<Entered | null> {
    const [entered] = await tx.query<Entered>('select * from door.enter_survey($1)', [tokenHash]);
    return entered ?? null;
  }

  async read(tx: Transaction, invitation: string): Promise<{ readonly group: GroupCode; readonly status: Status }> {
    const [row] = await tx.query<{ group: GroupCode; status: Status }>(
      `select rater_group as "group", status from people.invitation where id = $1`,
      [invitation],
    );
    if (!row) throw new Error('an invitation that was entered is there');
    return row;
  }

  async set(tx: Transaction, invitation: string, status: Status): Promise<void> {
    await tx.query('update people.invitation set status = $2 where id = $1 and status <> $2', [invitation, status]);
  }
}
