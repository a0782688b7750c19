import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Where the report goes that a mail could not be delivered: one address for each mail, because by far not every server writes reports
 * that programs can read (RFC 5321 sends them here whatever they say). The mark keeps strangers from reporting mails as returned.
 */
export const returnPath = (secret: Buffer, mail: string, domain: string): string =>
  `b+${mail.replaceAll('-', '')}.${mark(secret, mail)}@${domain}`;

/** The mail that such an address belongs to; null where the address is none of ours, or its mark is wrong. */
export function mailOfReturnPath(secret: Buffer, address: string): string | null {
  // Some servers write addresses back in capitals.
  const [, digits = '', given = ''] = /^b\+([\da-f]{32})\.([\da-f]{16})@/.exec(address.toLowerCase()) ?? [];
  if (digits === '') return null;
  const mail = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(Buffer.from(given), Buffer.from(mark(secret, mail))) ? mail : null;
}

const mark = (secret: Buffer, mail: string): string =>
  createHmac('sha256', secret).update(`return path ${mail}`).digest('hex').slice(0, 16);
