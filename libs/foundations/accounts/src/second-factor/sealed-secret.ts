import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * An authenticator's secret as the database holds it: AES-256-GCM under a key that follows from FACET_SECRET, bound to its address, so
 * that a stolen table signs nobody in and a row put under another address opens nothing.
 */
export function seal(facetSecret: Buffer, address: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(facetSecret), nonce).setAAD(nameOf(address));
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Null where it was sealed under another FACET_SECRET or for another address, or has been damaged. */
export function unseal(facetSecret: Buffer, address: string, sealed: Buffer): string | null {
  if (sealed.length < NONCE + TAG) return null;
  const cipher = createDecipheriv('aes-256-gcm', keyFrom(facetSecret), sealed.subarray(0, NONCE), { authTagLength: TAG });
  cipher.setAAD(nameOf(address)).setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]).toString('utf8');
  } catch {
    return null; // the tag does not fit: node says it by throwing
  }
}

const keyFrom = (facetSecret: Buffer): Buffer => Buffer.from(hkdfSync('sha256', facetSecret, '', 'facet/1/second-factor', 32));
const nameOf = (address: string): Buffer => Buffer.from(address.toLowerCase());
