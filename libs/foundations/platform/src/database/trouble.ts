/**
 * Why nothing can be read or written for now, through nobody's fault in front of a page. `busy`: no connection is free. `away`: the
 * database cannot be reached, or went while it was asked. `full`: it answers and cannot keep anything, for want of room or of leave.
 */
export type Trouble = 'busy' | 'away' | 'full';

/** The connection of a transaction went before its end; PostgreSQL rolls back by itself. */
export class ConnectionLost extends Error {}

/** PostgreSQL's error codes (its manual, appendix A) and those of the operating system. */
const byCode: readonly [RegExp, Trouble][] = [
  [/^(53100|25006|ENOSPC|EDQUOT|EROFS)$/, 'full'],
  [/^(53200|53300|53400)$/, 'busy'],
  [/^(08\w{3}|57P0[1-4]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, 'away'],
];

/** What the driver says without a code (pg and pg-pool 8): that it gave up waiting for a free connection, or lost one. */
const byMessage: readonly [RegExp, Trouble][] = [
  [/^timeout exceeded when trying to connect$/, 'busy'],
  [/^Connection terminated\b|^Client has encountered a connection error|^Cannot use a pool after calling end/, 'away'],
];

/** Null where the error is none of these: then it is a bug. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof ConnectionLost) return 'away';
  if (typeof error !== 'object' || error === null) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  const [known, text] = code === null ? [byMessage, message] : [byCode, code];
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
