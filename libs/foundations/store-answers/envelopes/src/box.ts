import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * How much somebody has written must not show: every box is padded to a multiple of this many bytes. Steps of 4 kB did show it, because
 * comments on seven qualities often fill more than one; beyond the first step of 16 kB come only those who write five pages.
 */
const STEP = 16_384;
const NONCE = 12;
const TAG = 16;

/** What an envelope belongs to; bound into it, so that a copied box does not pass for another's. */
export interface Label {
  readonly round: string;
  readonly invitation: string;
  readonly framework: string;
  /** Drawn anew for every box, and beside it in its row: an older box does not pass for the newest. */
  readonly stamp: number;
}

/** AES-256-GCM with a fresh nonce in front and the tag behind (NIST SP 800-38D). */
export function close(key: Buffer, label: Label, plain: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(label));
  return Buffer.concat([nonce, cipher.update(pad(plain)), cipher.final(), cipher.getAuthTag()]);
}

/** Null where key, label or a single bit of the box is not the one that it was closed with. */
export function open(key: Buffer, label: Label, box: Buffer): string | null {
  if (box.length < NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(bound(label)).setAuthTag(box.subarray(-TAG));
  try {
    return unpad(Buffer.concat([decipher.update(box.subarray(NONCE, -TAG)), decipher.final()]));
  } catch {
    return null; // the tag does not match: the only error that final() has
  }
}

const bound = ({ round, invitation, framework, stamp }: Label): Buffer =>
  Buffer.from(`facet/1/${round}/${invitation}/${framework}/${stamp}`);

/** Four bytes of length, the text, zeros up to the next step. */
function pad(plain: string): Buffer {
  const text = Buffer.from(plain);
  const padded = Buffer.alloc(Math.ceil((text.length + 4) / STEP) * STEP);
  padded.writeUInt32BE(text.length);
  text.copy(padded, 4);
  return padded;
}

const unpad = (padded: Buffer): string => padded.toString('utf8', 4, 4 + padded.readUInt32BE());
