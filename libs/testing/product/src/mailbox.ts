import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';

/** What the demo's SMTP server has received, oldest first. */
export async function readMails(data: string, to?: string): Promise<Email[]> {
  const folder = join(data, 'mailbox');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  return to === undefined ? mails : mails.filter((mail) => mail.to?.some((recipient) => recipient.address === to));
}

/** The newest mail to this address whose subject matches, as soon as it is there; fails after a minute. */
export async function waitForMail(data: string, to: string, subject: RegExp): Promise<Email> {
  for (let tries = 0; tries < 300; tries++) {
    const found = (await readMails(data, to)).findLast((mail) => subject.test(mail.subject ?? ''));
    if (found) return found;
    await pause(200);
  }
  const subjects = (await readMails(data, to)).map((mail) => mail.subject ?? '').join('; ');
  throw new Error(`no mail to ${to} with ${String(subject)}; there are: ${subjects}`);
}

/** The personal link in an invitation. */
export function linkIn(mail: Email): string {
  const [link] = /https?:\/\/\S+\/s#[0-9A-Z]{26}/.exec(mail.text ?? '') ?? [];
  if (link === undefined) throw new Error(`no link in “${mail.subject ?? ''}”`);
  return link;
}

/** The token at the end of a personal link. */
export const tokenIn = (mail: Email): string => linkIn(mail).split('#')[1] ?? '';

/** The six digits of a sign-in mail. */
export function codeIn(mail: Email): string {
  const [, code] = /\b(\d{6})\b/.exec(mail.text ?? '') ?? [];
  if (code === undefined) throw new Error(`no code in “${mail.subject ?? ''}”`);
  return code;
}
