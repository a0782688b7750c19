import { markIn } from './colleagues';
import type { LogRecord } from './intruder';

/** What the write-ahead log says of one invitation or of one comment. */
export interface Trail {
  /** Positions in the log with their transactions, oldest first. */
  readonly records: readonly { readonly at: number; readonly xid: number }[];
  readonly transactions: ReadonlySet<number>;
  /** Length of everything that its transactions wrote. */
  readonly bytes: number;
}

export interface Trails {
  readonly byInvitation: ReadonlyMap<string, Trail>;
  readonly byMark: ReadonlyMap<string, Trail>;
}

/**
 * Follows rows through the log. A record of an insertion holds the row, and so tells whose it is; later ones name only the place
 * that it had before and the place that it has now.
 */
export function followTrails(log: readonly LogRecord[], isInvitation: (hex: string) => boolean): Trails {
  const [byInvitation, byMark] = [new Map<string, Gathering>(), new Map<string, Gathering>()];
  const owners = new Map<string, string>();
  const transactions = new Map<number, number>();
  for (const record of log) transactions.set(record.xid, (transactions.get(record.xid) ?? 0) + record.length);
  for (const records of Map.groupBy(log, ({ at }) => at).values()) {
    const [record] = records;
    if (!record) continue;
    const { table, block, description, bytes } = record;
    const place = (at: string | undefined, on: number): string => `${table} ${on} ${at ?? ''}`;
    const from = /old_off: (\d+)/.exec(description)?.[1];
    const to = /(?:^|new_)off: (\d+)/.exec(description)?.[1];
    const before = from === undefined ? undefined : owners.get(place(from, records[1]?.block ?? block));
    const owner = before ?? (bytes ? invitationsIn(bytes, isInvitation)[0] : undefined);
    if (owner !== undefined) {
      owners.set(place(to, block), owner);
      note(byInvitation, owner, record);
    }
    for (const mark of bytes ? marksIn(bytes) : []) note(byMark, mark, record);
  }
  // Whatever else a transaction wrote belongs to whom it named: long values lie in tables of their own.
  for (const trail of [...byInvitation.values(), ...byMark.values()])
    trail.bytes = [...trail.transactions].reduce((sum, xid) => sum + (transactions.get(xid) ?? 0), 0);
  return { byInvitation, byMark };
}

interface Gathering {
  readonly records: { readonly at: number; readonly xid: number }[];
  readonly transactions: Set<number>;
  bytes: number;
}

function note(trails: Map<string, Gathering>, key: string, { at, xid }: LogRecord): void {
  const trail = trails.get(key) ?? { records: [], transactions: new Set(), bytes: 0 };
  trail.records.push({ at, xid });
  trail.transactions.add(xid);
  trails.set(key, trail);
}

/** Invitations whose sixteen bytes stand anywhere in these. */
export function invitationsIn(bytes: Buffer, isInvitation: (hex: string) => boolean): string[] {
  const hex = bytes.toString('hex');
  const found = new Set<string>();
  for (let at = 0; at + 32 <= hex.length; at += 2) {
    const candidate = hex.slice(at, at + 32);
    if (isInvitation(candidate)) found.add(asUuid(candidate));
  }
  return [...found];
}

export const marksIn = (bytes: Buffer): string[] => {
  const text = bytes.toString('utf8');
  return text.includes('§') ? [...text.matchAll(/§[0-9a-f]{12}§/g)].flatMap(([found]) => markIn(found) ?? []) : [];
};

const asUuid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
export const asHex = (uuid: string): string => uuid.replaceAll('-', '');
