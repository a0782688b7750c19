import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie; the database holds only their hash, so a stolen table opens no session. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sha256(token) };
}

/** Null for whatever cannot be a token of ours. Random bits need no slow hash (ASVS 5.0, 6.5.2). */
export const hashOfToken = (token: string | undefined): Buffer | null =>
  token !== undefined && /^[\w-]{43}$/.test(token) ? sha256(token) : null;

/** What the database holds of a token. */
export const sha256 = (token: string): Buffer => createHash('sha256').update(token).digest();
