import { Injectable } from '@nestjs/common';
import type { Expected } from '@facet/contract';
import type { Transaction } from '@facet/platform';

export interface KeptExpectation {
  /** Changes with every save. */
  readonly version: string;
  readonly content: Expected;
  /** Null while the leader is still writing. */
  readonly writtenAt: Date | null;
}

const COLUMNS = `version, content, written_at as "writtenAt"`;

/** What the leader of a round expects colleagues to see, written before the results are seen. */
@Injectable()
export class Expectations {
  async ofRound(tx: Transaction, round: string): Promise<KeptExpectation | null> {
    const [row] = await tx.query<KeptExpectation>(`select ${COLUMNS} from people.expectation where round = $1`, [round]);
    return row ?? null;
  }

  /**
   * In place of the version that the page has seen, null where it has seen none. False where another stands there by now; the same
   * content once more is kept already, because its first answer may have been lost.
   */
  async keep(tx: Transaction, round: string, seen: string | null, { version, content, writtenAt }: KeptExpectation): Promise<boolean> {
    const rows =
      seen === null
        ? await tx.query(
            `insert into people.expectation (round, organisation, version, content, saved_at, written_at)
              values ($1, platform.organisation(), $2, $3, $4, $5) on conflict do nothing returning round`,
            [round, version, JSON.stringify(content), tx.now, writtenAt],
          )
        : await tx.query(
            `update people.expectation set version = $3, content = $4, saved_at = $5, written_at = $6
              where round = $1 and version = $2 returning round`,
            [round, seen, version, JSON.stringify(content), tx.now, writtenAt],
          );
    if (rows.length === 1) return true;
    const same = await tx.query(
      `update people.expectation set written_at = coalesce(written_at, $3) where round = $1 and content = $2::jsonb returning round`,
      [round, JSON.stringify(content), writtenAt],
    );
    return same.length === 1;
  }
}
