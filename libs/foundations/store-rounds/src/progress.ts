import { Injectable } from '@nestjs/common';
import type { ConfidentialGroupCode } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

@Injectable()
export class Progress {
  /** Codes of the promised groups that had enough when it was last written down. */
  async ofRound(tx: Transaction, round: string): Promise<ReadonlySet<ConfidentialGroupCode>> {
    const rows = await tx.query<{ group: ConfidentialGroupCode }>(
      `select rater_group as "group" from people.group_progress where round = $1 and enough`,
      [round],
    );
    return new Set(rows.map(({ group }) => group));
  }
}
