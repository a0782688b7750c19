import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { fromCode, toCode } from './crockford';

const SECRET_BYTES = 32;

/**
 * One secret per round. The link's key and every envelope's key come from it (HKDF-SHA256, RFC 5869), so that a lost link can be
 * sent again and destroying 32 bytes closes everything. The token proves who is answering; it opens nothing.
 */
export class RoundSecret {
  private constructor(private readonly bytes: Buffer) {}

  static make = (): RoundSecret => new RoundSecret(randomBytes(SECRET_BYTES));

  /** Throws where the bytes are not a secret: a damaged key must never open as something else. */
  static from(bytes: Buffer): RoundSecret {
    if (bytes.length !== SECRET_BYTES) throw new Error(`a round's secret has ${SECRET_BYTES} bytes, not ${bytes.length}`);
    return new RoundSecret(bytes);
  }

  toBytes = (): Buffer => Buffer.from(this.bytes);

  /** 26 letters and digits: link, typed code and printed card are this one secret. A new version makes the old link dead. */
  token(invitation: string, version: number): string {
    const mac = createHmac('sha256', this.derive('link')).update(`${invitation}:${version}`).digest();
    return toCode(mac.subarray(0, 16));
  }

  /** AES-256 key of one invitation's envelope. */
  envelopeKey = (invitation: string): Buffer => this.derive(`envelope:${invitation}`);

  private derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', this.bytes, '', `facet/1/${purpose}`, 32));
}

/** What the database keeps of a token; null for whatever is no token at all. 128 random bits need no slow hash (ASVS 5.0, 6.5.2). */
export function tokenHash(typed: string): Buffer | null {
  const bytes = fromCode(typed);
  return bytes ? createHash('sha256').update(bytes).digest() : null;
}
