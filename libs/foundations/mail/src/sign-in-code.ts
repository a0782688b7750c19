import { createHmac } from 'node:crypto';

/**
 * The six digits of a sign-in mail: derived from the installation's secret and the request's random id, so that no row, queue or
 * log holds them and every attempt to send the mail carries the same ones.
 */
export function signInCode(secret: Buffer, request: string): string {
  const mac = createHmac('sha256', secret).update(`facet/1/sign-in:${request}`).digest();
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** How long code and button are good. */
export const SIGN_IN_MINUTES = 10;
