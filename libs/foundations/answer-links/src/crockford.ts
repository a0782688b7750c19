/** Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper has one reading (https://www.crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 bytes as 26 characters; the last two bits are zero. */
export function toCode(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n;
  let code = '';
  for (let at = 0; at < 26; at++) {
    code = (ALPHABET[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code;
}

/** The 16 bytes of a code as people type it (spaces, hyphens, small letters, O for 0, I or L for 1), or null. */
export function fromCode(typed: string): Buffer | null {
  if (typed.length > 64) return null;
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(code)) return null;
  let bits = 0n;
  for (const character of code) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(character));
  if ((bits & 3n) !== 0n) return null;
  return Buffer.from((bits >> 2n).toString(16).padStart(32, '0'), 'hex');
}
