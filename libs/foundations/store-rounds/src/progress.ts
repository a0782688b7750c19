import { Injectable } from '@nestjs/common';
import type { ConfidentialGroupCode } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

@Injectable()
export class Progress {
  /** Whether each promised group has enough, as last written down; a group never looked at is absent. */
  async ofRound(tx: Transaction, round: string): Promise<Map<ConfidentialGroupCode, boolean>> {
    const rows = await tx.query<{ group: ConfidentialGroupCode; enough: boolean }>(
      `select rater_group as "group", enough from people.group_progress where round = $1`,
      [round],
    );
    return new Map(rows.map((row) => [row.group, row.enough]));
  }
}
