import { createHmac, timingSafeEqual } from 'node:crypto';

/** What somebody who holds the name of a mail may do with it; a name for one purpose is none for the other. */
type Purpose = 'return path' | 'stop reminders';

/** The name of a mail that nobody else can make up: its id, and a mark of so many hexadecimal digits. */
export const nameMail = (secret: Buffer, purpose: Purpose, mail: string, digits: number): string =>
  `${mail.replaceAll('-', '')}.${mark(secret, purpose, mail, digits)}`;

/** The mail of that name, in capitals as well; null where it is none of ours, or its mark is wrong. */
export function mailNamed(secret: Buffer, purpose: Purpose, name: string, digits: number): string | null {
  const [, id = '', given = ''] = /^([\da-f]{32})\.([\da-f]+)$/.exec(name.toLowerCase()) ?? [];
  if (given.length !== digits) return null;
  const mail = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(Buffer.from(given), Buffer.from(mark(secret, purpose, mail, digits))) ? mail : null;
}

const mark = (secret: Buffer, purpose: Purpose, mail: string, digits: number): string =>
  createHmac('sha256', secret).update(`${purpose} ${mail}`).digest('hex').slice(0, digits);
