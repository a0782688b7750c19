import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@facet/platform';

export interface DebriefNotes {
  /** Changes with every save; null: none yet. */
  readonly version: string | null;
  readonly text: string;
}

/** A coach's own notes on a conversation. The database shows them to that coach alone, not to one who takes the round over. */
@Injectable()
export class NotesOfCoach {
  async ofRound(tx: Transaction, round: string, coach: string): Promise<DebriefNotes> {
    await enter(tx, coach);
    const [row] = await tx.query<{ version: string; text: string }>(
      'select version, content as text from desk.debrief_note where round = $1 and coach = $2',
      [round, coach],
    );
    return row ?? { version: null, text: '' };
  }

  /** In place of the version that the page has seen. False where another stands there by now. */
  async keep(tx: Transaction, round: string, coach: string, { version, text }: DebriefNotes): Promise<boolean> {
    await enter(tx, coach);
    const rows =
      version === null
        ? await tx.query(
            `insert into desk.debrief_note (round, organisation, coach, version, content, saved_at)
              values ($1, platform.organisation(), $2, $3, $4, $5) on conflict do nothing returning round`,
            [round, coach, randomUUID(), text, tx.now],
          )
        : await tx.query(
            `update desk.debrief_note set version = $4, content = $5, saved_at = $6
              where round = $1 and coach = $2 and version = $3 returning round`,
            [round, coach, version, randomUUID(), text, tx.now],
          );
    return rows.length === 1;
  }
}

const enter = (tx: Transaction, coach: string): Promise<unknown> => tx.query(`select set_config('facet.person', $1, true)`, [coach]);
