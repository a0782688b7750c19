import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

export interface OwedDestruction {
  readonly round: string;
  readonly organisation: string;
  readonly owedSince: Date;
}

/** The debt that every seal and every cancelling leaves: a secret that has to go. Written with the seal, paid in a step of its own. */
@Injectable()
export class SecretDestruction {
  async owe(tx: Transaction, round: string): Promise<void> {
    await tx.query(
      `insert into answers.secret_destruction (round, organisation, owed_since) values ($1, platform.organisation(), $2)
        on conflict do nothing`,
      [round, tx.now],
    );
  }

  async owed(tx: Transaction): Promise<OwedDestruction[]> {
    return tx.query<OwedDestruction>('select * from door.owed_destructions()');
  }

  /** Rounds that a backup holds as ended: nothing that may have to be put back needs their secret. */
  async backedUp(tx: Transaction): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ round: string }>('select round from door.ended_in_backup() as round');
    return new Set(rows.map(({ round }) => round));
  }

  async paid(tx: Transaction, round: string): Promise<void> {
    await tx.query('update answers.secret_destruction set done_at = $2 where round = $1 and done_at is null', [round, tx.now]);
  }
}
