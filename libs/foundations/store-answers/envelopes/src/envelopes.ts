import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RoundSecret } from '@facet/answer-links';
import type { Sheet } from '@facet/domain-framework';
import type { GroupCode } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';
import { close, open } from './box';

export interface Place {
  readonly round: string;
  readonly invitation: string;
  readonly framework: string;
}

export interface Stored {
  /** How often it has been written; known to whoever opens it and to nobody else. */
  readonly rev: number;
  readonly sheet: Sheet;
  /** Drawn anew each time it is written. */
  readonly stamp: number;
}

interface EnvelopeRow {
  readonly stamp: number;
  readonly box: Buffer;
}

/** What PostgreSQL's int holds. */
const MOST_STAMPS = 2 ** 31;

/** An envelope that its key does not open: damaged, or closed with another round's secret. */
export const UNREADABLE = 'unreadable';

/**
 * One rater's answers while the round is open: ciphertext only, how often it was written included, because whoever writes much saves
 * often. For the role facet_survey, which sees a single invitation.
 */
@Injectable()
export class Envelopes {
  async read(tx: Transaction, place: Place, secret: RoundSecret): Promise<Stored | typeof UNREADABLE | null> {
    const [row] = await tx.query<EnvelopeRow>('select stamp, box from answers.envelope where invitation = $1', [place.invitation]);
    return row ? opened(place, secret, row) : null;
  }

  /** Compare-and-set: writes the next revision over `before`, the first where there is none, and says whether it did. */
  async write(tx: Transaction, place: Place, secret: RoundSecret, before: Stored | null, sheet: Sheet): Promise<boolean> {
    const stamp = randomInt(MOST_STAMPS);
    const plain: Plain = { rev: (before?.rev ?? 0) + 1, sheet };
    const box = close(secret.envelopeKey(place.invitation), { ...place, stamp }, JSON.stringify(plain));
    const rows =
      before === null
        ? await tx.query(
            `insert into answers.envelope (invitation, organisation, round, stamp, box) values ($1, platform.organisation(), $2, $3, $4)
              on conflict do nothing returning 1`,
            [place.invitation, place.round, stamp, box],
          )
        : await tx.query('update answers.envelope set stamp = $3, box = $4 where invitation = $1 and stamp = $2 returning 1', [
            place.invitation,
            before.stamp,
            stamp,
            box,
          ]);
    return rows.length === 1;
  }

  async discard(tx: Transaction, invitation: string): Promise<void> {
    await tx.query('delete from answers.envelope where invitation = $1', [invitation]);
  }
}

/** One row of a round as the seal sees it: no name, only which group it counts in. */
export interface Sealable {
  readonly invitation: string;
  readonly group: GroupCode;
  readonly stored: Stored | typeof UNREADABLE;
}

/** Every sent envelope of a round at once. Only the seal uses it, in the role facet_seal. */
@Injectable()
export class EnvelopesOfRound {
  async sent(tx: Transaction, round: string, framework: string, secret: RoundSecret): Promise<Sealable[]> {
    const rows = await tx.query<{ invitation: string; group: GroupCode } & EnvelopeRow>(
      `select e.invitation, i.rater_group as "group", e.stamp, e.box from answers.envelope e
        join people.invitation i on i.id = e.invitation where e.round = $1 and i.status = 'answered'`,
      [round],
    );
    return rows.map(({ invitation, group, ...row }) => ({
      invitation,
      group,
      stored: opened({ round, invitation, framework }, secret, row),
    }));
  }

  /** How many have sent their answers, by group. */
  async countSent(tx: Transaction, round: string): Promise<Record<string, number>> {
    const rows = await tx.query<{ group: string; sent: number }>(
      `select rater_group as "group", count(*)::int as sent from people.invitation where round = $1 and status = 'answered' group by 1`,
      [round],
    );
    return Object.fromEntries(rows.map(({ group, sent }) => [group, sent]));
  }

  /**
   * Every row of a round, in one transaction: afterwards all have the same status and the same age, and say nothing of their rater; and
   * the reasons of those who declined are nobody's any more.
   * One by one in the order of their random ids, because PostgreSQL may take them in the order in which they lie, and that is the
   * order in which people have answered.
   */
  async forgetWhoAnswered(tx: Transaction, round: string): Promise<void> {
    const invitations = await tx.query<{ id: string }>('select id from people.invitation where round = $1 order by id', [round]);
    for (const { id } of invitations) await tx.query(`update people.invitation set status = 'invited' where id = $1`, [id]);
    await tx.query('select door.cut_off_reasons($1)', [round]);
  }

  async deleteAll(tx: Transaction, round: string): Promise<void> {
    await tx.query('delete from answers.envelope where round = $1', [round]);
  }
}

type Plain = Pick<Stored, 'rev' | 'sheet'>;

function opened(place: Place, secret: RoundSecret, { stamp, box }: EnvelopeRow): Stored | typeof UNREADABLE {
  const plain = open(secret.envelopeKey(place.invitation), { ...place, stamp }, box);
  return plain === null ? UNREADABLE : { ...(JSON.parse(plain) as Plain), stamp };
}
