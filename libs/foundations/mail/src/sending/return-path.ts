import { mailNamed, nameMail } from '../named-mail';

/** As many as leave the local part within 64 characters. */
const DIGITS = 16;

/**
 * Where the report goes that a mail could not be delivered: one address for each mail, because by far not every server writes reports
 * that programs can read (RFC 5321 sends them here whatever they say). The mark keeps strangers from reporting mails as returned.
 */
export const returnPath = (secret: Buffer, mail: string, domain: string): string =>
  `b+${nameMail(secret, 'return path', mail, DIGITS)}@${domain}`;

/** The mail that such an address belongs to; null where the address is none of ours, or its mark is wrong. */
export function mailOfReturnPath(secret: Buffer, address: string): string | null {
  // Some servers write addresses back in capitals.
  const [, name = ''] = /^b\+([^@]*)@/i.exec(address) ?? [];
  return mailNamed(secret, 'return path', name, DIGITS);
}
