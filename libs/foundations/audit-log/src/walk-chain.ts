import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** How one organisation's chain was found. */
export type ChainFound =
  | { readonly fits: true; readonly entries: number; readonly last: ChainEnd }
  | { readonly fits: false; readonly number: number; readonly why: 'changed' | 'missing' | 'unlinked' | 'beyond the end' };

/** The last entry: who has written it down elsewhere can tell later whether it is still there. */
export interface ChainEnd {
  readonly number: number;
  /** In hexadecimal. */
  readonly hash: string;
}

interface Row {
  readonly number: number;
  readonly content: string;
  readonly previous: string;
  readonly hash: string;
}

interface Chain {
  readonly lastNumber: number;
  readonly lastHash: string;
  readonly goneNumber: number;
  readonly goneHash: string;
}

const AT_ONCE = 1000;

/**
 * Walks the chain of one organisation from its oldest entry to its end, and says of the first entry that does not fit why: it is not
 * there, it is not what was written, or it does not follow the one before. The hash is taken here anew, and not by the database.
 * Whoever owns the database can write a whole chain anew: that is found only by its end, as it was written down before.
 */
export async function walkChain(source: Pick<DataSource, 'transaction'>, organisation: string): Promise<ChainFound> {
  return source.transaction('REPEATABLE READ', async (tx) => {
    const [chain] = await tx.query<Chain[]>(
      `select last_number as "lastNumber", encode(last_hash, 'hex') as "lastHash", gone_number as "goneNumber", encode(gone_hash, 'hex') as "goneHash"
        from audit.chain where organisation = $1`,
      [organisation],
    );
    let number = chain?.goneNumber ?? 0;
    let hash = chain?.goneHash ?? '00'.repeat(32);
    let entries = 0;
    for (;;) {
      const rows = await tx.query<Row[]>(
        `select number, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash,
            concat_ws(e'\\n', organisation, number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), kind, doer,
              coalesce(actor::text, ''), coalesce(person::text, ''), coalesce(round::text, ''), detail) as content
          from audit.entry where organisation = $1 and number > $2 order by number limit ${AT_ONCE}`,
        [organisation, number],
      );
      for (const row of rows) {
        if (row.number !== number + 1) return { fits: false, number: number + 1, why: 'missing' };
        if (row.previous !== hash) return { fits: false, number: row.number, why: 'unlinked' };
        if (hashOf(row) !== row.hash) return { fits: false, number: row.number, why: 'changed' };
        if (row.number > (chain?.lastNumber ?? 0)) return { fits: false, number: row.number, why: 'beyond the end' };
        ({ number, hash } = row);
        entries++;
      }
      if (rows.length < AT_ONCE) break;
    }
    if (chain && number < chain.lastNumber) return { fits: false, number: number + 1, why: 'missing' };
    if (chain && hash !== chain.lastHash) return { fits: false, number, why: 'beyond the end' };
    return { fits: true, entries, last: { number, hash } };
  });
}

const hashOf = ({ previous, content }: Row): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(content, 'utf8').digest('hex');

/** Whether an entry with this hash is in the log of the organisation, or was the last one to be let go. */
export async function holdsHash(source: Pick<DataSource, 'query'>, organisation: string, hash: string): Promise<boolean> {
  const found = await source.query<unknown[]>(
    `select from audit.entry where organisation = $1 and hash = decode($2, 'hex')
      union all select from audit.chain where organisation = $1 and decode($2, 'hex') in (gone_hash, last_hash)`,
    [organisation, hash],
  );
  return found.length > 0;
}
