import { Injectable } from '@nestjs/common';
import type { CommentPlace } from '@facet/domain-report';
import type { Transaction } from '@facet/platform';

export interface WithheldComment extends CommentPlace {
  readonly reason: string;
  readonly withheldAt: Date;
}

/** Which comments of a report its coach withholds, by their places: no word of them is written a second time. */
@Injectable()
export class WithheldComments {
  ofRound(tx: Transaction, round: string): Promise<WithheldComment[]> {
    return tx.query<WithheldComment>(
      `select quality, question, writer, position, reason, withheld_at as "withheldAt" from desk.withheld_comment where round = $1`,
      [round],
    );
  }

  /** False where it is withheld already: it keeps its first reason. */
  async withhold(tx: Transaction, round: string, { quality, question, writer, position }: CommentPlace, reason: string): Promise<boolean> {
    const rows = await tx.query(
      `insert into desk.withheld_comment (round, organisation, quality, question, writer, position, reason, withheld_at)
        values ($1, platform.organisation(), $2, $3, $4, $5, $6, $7) on conflict do nothing returning round`,
      [round, quality, question, writer, position, reason, tx.now],
    );
    return rows.length === 1;
  }

  /** False where it is not withheld. */
  async showAgain(tx: Transaction, round: string, { quality, question, writer, position }: CommentPlace): Promise<boolean> {
    const rows = await tx.query(
      `delete from desk.withheld_comment where round = $1 and quality = $2 and question = $3 and writer = $4 and position = $5
        returning round`,
      [round, quality, question, writer, position],
    );
    return rows.length === 1;
  }
}
