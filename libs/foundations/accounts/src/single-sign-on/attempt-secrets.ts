import { createHmac } from 'node:crypto';

/** What goes to the provider with one attempt and must come back with it: all of it computed from the browser's cookie, kept nowhere. */
export interface AttemptSecrets {
  /** Comes back in the address (RFC 6749, 10.12). */
  readonly state: string;
  /** Comes back in the ID token (OpenID Connect Core, 3.1.2.1). */
  readonly nonce: string;
  /** Only its hash leaves before the code is redeemed (RFC 7636). */
  readonly verifier: string;
}

/** One-way from the cookie, so that whoever sees the state learns neither the cookie nor the other two. */
export function attemptSecrets(cookie: string): AttemptSecrets {
  const of = (purpose: string): string => createHmac('sha256', cookie).update(purpose).digest('base64url');
  return { state: of('state'), nonce: of('nonce'), verifier: of('verifier') };
}
