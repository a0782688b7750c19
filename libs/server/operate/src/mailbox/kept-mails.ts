import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** So many of the newest are listed. */
const MOST = 200;
/** Names sort by arrival; nothing else is a name, so that none leads out of the folder. */
const ID = /^\d{14}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SUFFIX = '.eml';

export interface KeptMail {
  readonly id: string;
  readonly mail: Email;
}

export const mailboxFolder = (data: string): string => join(data, 'mailbox');

export const newMailName = (): string => `${String(Date.now()).padStart(14, '0')}-${randomUUID()}${SUFFIX}`;

/** The newest mails, newest first. */
export async function newestMails(data: string): Promise<KeptMail[]> {
  const names = await readdir(mailboxFolder(data)).catch(nullIfMissing);
  const ids = (names ?? []).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
  const newest = ids.sort().reverse().slice(0, MOST);
  const mails = await Promise.all(newest.map((id) => keptMail(data, id)));
  return mails.filter((mail) => mail !== null);
}

/** Null where there is no such mail, whatever the id is. */
export async function keptMail(data: string, id: string): Promise<KeptMail | null> {
  if (!ID.test(id)) return null;
  const raw = await readFile(join(mailboxFolder(data), `${id}${SUFFIX}`)).catch(nullIfMissing);
  return raw === null ? null : { id, mail: await PostalMime.parse(raw) };
}

function nullIfMissing(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
