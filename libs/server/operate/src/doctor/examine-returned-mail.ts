import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '@facet/platform';
import type { Finding } from './finding';

type Settings = Pick<Configuration['mail'], 'returnDomain' | 'bounceMaildir' | 'bounceWebhookSecret'>;

/** Whether mail that cannot be delivered comes back to where Facet sees it; the mailbox is looked at, and nothing in it is read. */
export async function examineReturnedMail({ returnDomain, bounceMaildir, bounceWebhookSecret }: Settings): Promise<Finding[]> {
  if (returnDomain === undefined) return [];
  if (bounceMaildir !== undefined) return [await mailbox(bounceMaildir)];
  return bounceWebhookSecret === undefined
    ? [
        {
          ...{ area: 'returned mail', state: 'look', says: `Undeliverable mail goes to ${returnDomain}, and Facet does not see it.` },
          advice: 'Set FACET_BOUNCE_MAILDIR or FACET_BOUNCE_WEBHOOK_SECRET.',
        },
      ]
    : [{ area: 'returned mail', state: 'not checked', says: 'Returned mail is posted here; nothing was posted to try it.' }];
}

async function mailbox(folder: string): Promise<Finding> {
  try {
    for (const name of ['.', 'new', 'cur']) await access(join(folder, name), constants.R_OK | constants.W_OK | constants.X_OK);
    const aside = await setAside(folder);
    return aside === 0
      ? { area: 'returned mail', state: 'good', says: `The mailbox ${folder} for returned mail can be emptied.` }
      : {
          ...{ area: 'returned mail', state: 'look', says: `${aside} returned mails could not be used and were set aside.` },
          advice: `Look into ${join(folder, 'set-aside')}, and delete what you have seen: returned mails may hold links.`,
        };
  } catch (error) {
    return {
      area: 'returned mail',
      state: 'bad',
      says: `The mailbox ${folder} for returned mail cannot be read and written (${(error as NodeJS.ErrnoException).code ?? 'damaged'}).`,
      advice: 'FACET_BOUNCE_MAILDIR must be a Maildir, with new and cur, that Facet’s account may read and write.',
    };
  }
}

async function setAside(folder: string): Promise<number> {
  if (!(await readdir(folder)).includes('set-aside')) return 0;
  const found = await readdir(join(folder, 'set-aside'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => !entry.isDirectory()).length;
}
