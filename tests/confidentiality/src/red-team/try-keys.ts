import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';

/** A box from a dump, with everything that stands beside it in its row. */
export interface StolenBox {
  readonly invitation: string;
  readonly round: string;
  readonly framework: string;
  readonly stamp: number;
  readonly box: Buffer;
}

/** Whether any of these keys opens the box. Written from the published format (docs/decisions/0004), not with the product's code. */
export const opens = ({ box, round, invitation, framework, stamp }: StolenBox, keys: Iterable<Buffer>): boolean => {
  const bound = Buffer.from(`facet/1/${round}/${invitation}/${framework}/${stamp}`);
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12)).setAAD(bound).setAuthTag(box.subarray(-16));
    decipher.update(box.subarray(12, -16));
    try {
      decipher.final();
      return true;
    } catch {
      // Not this one.
    }
  }
  return false;
};

/** Every word of a text as the bytes that it may stand for: as written, as hex, as base 64, as a typed code. */
export function materialsIn(text: string): Buffer[] {
  const words = new Set([...(text.match(/[\w+/=-]{6,}/g) ?? []), ...(text.match(/[^\s(),"{}:[\]]{6,}/g) ?? [])]);
  return [...words].flatMap((word) => [
    Buffer.from(word),
    ...(/^([0-9a-f]{2})+$/i.test(word.replace(/^\\*x/, '')) ? [Buffer.from(word.replace(/^\\*x/, ''), 'hex')] : []),
    ...(/^[\w+/-]+=*$/.test(word) ? [Buffer.from(word, 'base64')] : []),
    ...(/^[0-9A-HJKMNP-TV-Z]{26}$/.test(word) ? [crockford(word)] : []),
  ]);
}

/** What a key to this box could be made of: each material by itself and with each of `with`, in all the ways that are usual. */
export function* keysFrom(materials: readonly Buffer[], { invitation, round }: StolenBox, paired: readonly Buffer[]): Generator<Buffer> {
  const info = `facet/1/envelope:${invitation}`;
  for (const material of materials) {
    const hash = createHash('sha256').update(material).digest();
    if (material.length === 32) yield material;
    yield hash;
    for (const secret of [material, hash])
      for (const salt of ['', invitation, round]) yield Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
    for (const other of [...paired, Buffer.from(info), Buffer.from(invitation), Buffer.from(round)]) {
      yield createHmac('sha256', other).update(material).digest();
      yield createHmac('sha256', material).update(other).digest();
      yield createHash('sha256').update(material).update(other).digest();
      yield Buffer.from(hkdfSync('sha256', material, other, info, 32));
    }
  }
}

/** The sixteen bytes of a typed code. */
export function crockford(code: string): Buffer {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let bits = 0n;
  for (const character of code) bits = (bits << 5n) | BigInt(alphabet.indexOf(character));
  return Buffer.from((bits >> 2n).toString(16).padStart(32, '0'), 'hex');
}
