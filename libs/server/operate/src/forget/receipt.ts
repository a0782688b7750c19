import { randomUUID } from 'node:crypto';
import { recordEvent } from '@facet/audit-log';
import type { Database, Transaction } from '@facet/platform';

/** What is left of a request to be forgotten: how many rows of each kind went, and no name. Mails and envelopes are never counted. */
export interface Receipt {
  readonly id: string;
  readonly at: Date;
  readonly counts: Counts;
}

export type Counts = Readonly<Record<string, number>>;

/** Why nothing was deleted. */
export interface NotForgotten<Reason extends string> {
  readonly refused: Reason;
}

type FromDoor<Reason extends string> = Counts | NotForgotten<Reason>;

export const isRefused = <Reason extends string>(result: object | NotForgotten<Reason>): result is NotForgotten<Reason> =>
  'refused' in result;

/** One of the doors that delete: counts, or why it stayed closed. */
export async function openDoor<Reason extends string>(
  tx: Transaction,
  door: 'forget_person' | 'forget_round',
  id: string,
): Promise<FromDoor<Reason>> {
  const [row] = await tx.query<{ result: FromDoor<Reason> }>(`select door.${door}($1, $2) as result`, [id, tx.now]);
  if (!row) throw new Error('a select without from returns one row');
  return row.result;
}

export async function writeReceipt(tx: Transaction, what: 'person' | 'round' | 'leader', counts: Counts): Promise<Receipt> {
  const id = randomUUID();
  await tx.query('insert into operate.receipt (id, organisation, what, counts, at) values ($1, platform.organisation(), $2, $3, $4)', [
    id,
    what,
    counts,
    tx.now,
  ]);
  recordEvent(tx, { kind: 'forgotten', by: 'operator', detail: { what, reportsWithdrawn: counts['reports withdrawn'] ?? 0 } });
  return { id, at: tx.now, counts };
}

/** `for good`, or `rehearsed`: everything is done, counted and undone. */
export type Earnest = 'for good' | 'rehearsed';

class Undo<Result> extends Error {
  constructor(readonly result: Result) {
    super('undone, as was asked');
  }
}

/** Runs `work` in the role that deletes. A refusal, like a rehearsal, leaves everything as it was. */
export async function erasing<Result extends object>(
  database: Database,
  organisation: string,
  earnest: Earnest,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await database.as('facet_erase', organisation, async (tx) => {
      const result = await work(tx);
      if (earnest === 'rehearsed' || 'refused' in result) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result as Result;
    throw error;
  }
}

/** One door opened, with its receipt, in a transaction of its own. */
export const forgetOne = <Reason extends string>(
  database: Database,
  organisation: string,
  what: 'person' | 'round',
  id: string,
  earnest: Earnest,
): Promise<Receipt | NotForgotten<Reason>> =>
  erasing<Receipt | NotForgotten<Reason>>(database, organisation, earnest, async (tx) => {
    const gone = await openDoor<Reason>(tx, `forget_${what}`, id);
    return isRefused(gone) ? gone : writeReceipt(tx, what, gone);
  });
