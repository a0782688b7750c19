import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Comments, Disclosure } from '@facet/domain-disclosure';
import { isWithheld } from '@facet/domain-disclosure';
import type { Snapshot } from '@facet/domain-report';
import type { Transaction } from '@facet/platform';

/** What remains of a round after its seal. Written once, in the role facet_seal. */
@Injectable()
export class SealedRounds {
  /** Counts of every shown cell: nothing below the minimum, no row per person. */
  async writeCells(tx: Transaction, round: string, { lines, behaviours }: Disclosure): Promise<void> {
    const cells = behaviours.flatMap(({ behaviour, cells: row }) =>
      row.flatMap((cell, at) => (isWithheld(cell) ? [] : [{ group: lines[at]?.code, behaviour, counts: cell.counts }])),
    );
    await tx.query(
      `insert into answers.cell (round, organisation, shown_group, behaviour, counts)
        select $1, platform.organisation(), c."group", c.behaviour, c.counts
        from jsonb_to_recordset($2) as c ("group" text, behaviour text, counts int[])`,
      [round, JSON.stringify(cells)],
    );
  }

  /** In the order that the shuffle gave them. */
  async writeComments(tx: Transaction, round: string, comments: Comments): Promise<void> {
    if (isWithheld(comments)) return;
    const rows = comments.qualities.flatMap(({ quality, seen, help }) => [
      ...seen.map((words, position) => ({ quality, question: 'seen', position, words })),
      ...help.map((words, position) => ({ quality, question: 'help', position, words })),
    ]);
    await tx.query(
      `insert into answers.comment (round, organisation, quality, question, position, words)
        select $1, platform.organisation(), c.quality, c.question, c.position, c.words
        from jsonb_to_recordset($2) as c (quality text, question text, position int, words text)`,
      [round, JSON.stringify(rows)],
    );
  }

  async writeSnapshot(tx: Transaction, round: string, snapshot: Snapshot): Promise<void> {
    const text = JSON.stringify(snapshot);
    await tx.query('insert into answers.snapshot (round, organisation, content, hash) values ($1, platform.organisation(), $2, $3)', [
      round,
      text,
      hashOf(text),
    ]);
  }
}

/** The numbers of a sealed round, for the role facet_report. */
@Injectable()
export class Snapshots {
  /** Null where the round is not sealed. Throws where the stored numbers are no longer those that the seal wrote. */
  async ofRound(tx: Transaction, round: string): Promise<Snapshot | null> {
    const [row] = await tx.query<{ content: string; hash: Buffer }>('select content, hash from answers.snapshot where round = $1', [round]);
    if (!row) return null;
    if (!hashOf(row.content).equals(row.hash)) throw new Error(`the snapshot of round ${round} is not what the seal wrote`);
    return JSON.parse(row.content) as Snapshot;
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
