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
  readonly rev: number;
  readonly sheet: Sheet;
}

/** An envelope that its key does not open: damaged, or closed with another round's secret. */
export const UNREADABLE = 'unreadable';

/** One rater's answers while the round is open: ciphertext only. For the role facet_survey, which sees a single invitation. */
@Injectable()
export class Envelopes {
  async read(tx: Transaction, place: Place, secret: RoundSecret): Promise<Stored | typeof UNREADABLE | null> {
    const [row] = await tx.query<{ rev: number; box: Buffer }>('select rev, box from answers.envelope where invitation = $1', [
      place.invitation,
    ]);
    return row ? opened(place, secret, row) : null;
  }

  /** Compare-and-set: writes revision `rev` over `rev` − 1, and says whether it did. */
  async write(tx: Transaction, place: Place, secret: RoundSecret, rev: number, sheet: Sheet): Promise<boolean> {
    const box = close(secret.envelopeKey(place.invitation), { ...place, rev }, JSON.stringify(sheet));
    const rows =
      rev === 1
        ? await tx.query(
            `insert into answers.envelope (invitation, organisation, round, rev, box) values ($1, platform.organisation(), $2, 1, $3)
              on conflict do nothing returning 1`,
            [place.invitation, place.round, box],
          )
        : await tx.query('update answers.envelope set rev = $2, box = $3 where invitation = $1 and rev = $2 - 1 returning 1', [
            place.invitation,
            rev,
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
    const rows = await tx.query<{ invitation: string; group: GroupCode; rev: number; box: Buffer }>(
      `select e.invitation, i.rater_group as "group", e.rev, e.box from answers.envelope e
        join people.invitation i on i.id = e.invitation where e.round = $1 and i.status = 'answered'`,
      [round],
    );
    return rows.map(({ invitation, group, rev, box }) => ({
      invitation,
      group,
      stored: opened({ round, invitation, framework }, secret, { rev, box }),
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

  /** One statement for all of a round: afterwards every row has the same status and the same age, and says nothing of its rater. */
  async forgetWhoAnswered(tx: Transaction, round: string): Promise<void> {
    await tx.query(`update people.invitation set status = 'invited' where round = $1`, [round]);
  }

  async deleteAll(tx: Transaction, round: string): Promise<void> {
    await tx.query('delete from answers.envelope where round = $1', [round]);
  }
}

function opened(place: Place, secret: RoundSecret, row: { rev: number; box: Buffer }): Stored | typeof UNREADABLE {
  const plain = open(secret.envelopeKey(place.invitation), { ...place, rev: row.rev }, row.box);
  return plain === null ? UNREADABLE : { rev: row.rev, sheet: JSON.parse(plain) as Sheet };
}
