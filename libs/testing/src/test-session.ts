import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { TestDatabase } from './test-database';

/** The cookie's value of a session that began this minute, with every step of signing in behind it. */
export async function testSession(db: TestDatabase, address: string): Promise<string> {
  const session = randomBytes(32).toString('base64url');
  await db.source.query(
    `insert into access.session (hash, id, address, browser, began_at, seen_at, second_step_at)
      values ($1, $2, $3, 'Firefox on Windows', platform.clock(), platform.clock(), platform.clock())`,
    [createHash('sha256').update(session).digest(), randomUUID(), address],
  );
  return session;
}
