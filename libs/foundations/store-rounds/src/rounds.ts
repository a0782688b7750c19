import { Injectable } from '@nestjs/common';
import type { RoundFacts, RoundPromise } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

export interface Round {
  readonly id: string;
  readonly organisation: string;
  readonly leader: string;
  readonly coach: string;
  readonly framework: string;
  readonly message: string;
  readonly promise: RoundPromise;
  /** Local date and time of closing, "2026-12-09T18:00", in `zone`; `closesAt` is the instant computed from them. */
  readonly closesLocal: string;
  readonly zone: string;
  readonly closesAt: Date;
  readonly launchedAt: Date;
  readonly confirmedAt: Date | null;
  readonly sealedAt: Date | null;
  readonly releasedAt: Date | null;
  /** When its report is released without another press; null until the coach was reminded or chose a day. */
  readonly releasesAt: Date | null;
  /** The coach chose that day. */
  readonly releaseChosen: boolean;
  /** Nobody pressed: the day had come. */
  readonly releasedByItself: boolean;
  readonly cancelledAt: Date | null;
  /** Why colleagues were told at the launch that they are asked; null where nothing was said. */
  readonly purpose: string | null;
  /** For how many months they were told that the report is kept at most. */
  readonly keptMonths: number;
  /** Its report was taken back after the seal, and is nowhere any more. */
  readonly withdrawnAt: Date | null;
}

export type NewRound = Pick<Round, 'id' | 'leader' | 'coach' | 'framework' | 'message' | 'promise' | 'closesLocal' | 'zone' | 'closesAt'>;

/** What the rules about states and deadlines need: a round is open from its launch. */
export const factsOf = (round: Round): RoundFacts => ({ ...round, opensAt: round.launchedAt });

export const ROUND_COLUMNS = `id, organisation, leader, coach, framework, message, promise, closes_local as "closesLocal", zone,
  closes_at as "closesAt", launched_at as "launchedAt", confirmed_at as "confirmedAt", sealed_at as "sealedAt",
  released_at as "releasedAt", releases_at as "releasesAt", release_chosen as "releaseChosen", released_by_itself as "releasedByItself",
  cancelled_at as "cancelledAt", withdrawn_at as "withdrawnAt", purpose, kept_months as "keptMonths"`;

@Injectable()
export class Rounds {
  async byId(tx: Transaction, id: string): Promise<Round | null> {
    const [row] = await tx.query<Round>(`select ${ROUND_COLUMNS} from people.round where id = $1`, [id]);
    return row ?? null;
  }

  /** The same, with the row locked until the transaction ends: for moves from one state to the next. */
  async lock(tx: Transaction, id: string): Promise<Round | null> {
    const [row] = await tx.query<Round>(`select ${ROUND_COLUMNS} from people.round where id = $1 for no key update`, [id]);
    return row ?? null;
  }

  async ledBy(tx: Transaction, person: string): Promise<Round[]> {
    return tx.query<Round>(`select ${ROUND_COLUMNS} from people.round where leader = $1 order by launched_at desc, id`, [person]);
  }

  async coachedBy(tx: Transaction, person: string): Promise<Round[]> {
    return tx.query<Round>(`select ${ROUND_COLUMNS} from people.round where coach = $1 order by closes_at, id`, [person]);
  }

  /** Of the whole organisation, but for the cancelled ones: for whoever sees to it that each has a coach. */
  async ofOrganisation(tx: Transaction): Promise<Round[]> {
    return tx.query<Round>(`select ${ROUND_COLUMNS} from people.round where cancelled_at is null order by launched_at desc, id`);
  }

  /** False where this id, or another round of this leader that is not sealed yet, is already there. */
  async insert(tx: Transaction, round: NewRound): Promise<boolean> {
    const rows = await tx.query(
      `insert into people.round (id, organisation, leader, coach, framework, message, promise, closes_local, zone, closes_at, launched_at)
        values ($1, platform.organisation(), $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [
        round.id,
        round.leader,
        round.coach,
        round.framework,
        round.message,
        JSON.stringify(round.promise),
        round.closesLocal,
        round.zone,
        round.closesAt,
        tx.now,
      ],
    );
    return rows.length === 1;
  }

  async confirm(tx: Transaction, id: string): Promise<void> {
    await tx.query(`update people.round set confirmed_at = $2 where id = $1 and confirmed_at is null`, [id, tx.now]);
  }

  /** To another coach: from here on only this one reads and decides. */
  async give(tx: Transaction, id: string, coach: string): Promise<void> {
    await tx.query('update people.round set coach = $2 where id = $1', [id, coach]);
  }

  async moveClosing(tx: Transaction, id: string, closing: Pick<Round, 'closesLocal' | 'zone' | 'closesAt'>): Promise<void> {
    await tx.query(`update people.round set closes_local = $2, zone = $3, closes_at = $4 where id = $1`, [
      id,
      closing.closesLocal,
      closing.zone,
      closing.closesAt,
    ]);
  }

  async cancel(tx: Transaction, id: string): Promise<void> {
    await tx.query(`update people.round set cancelled_at = $2 where id = $1 and sealed_at is null and cancelled_at is null`, [id, tx.now]);
  }
}
