import { constants, existsSync } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '@facet/platform';
import type { Finding } from './finding';

type Settings = Pick<Configuration['mail'], 'returnDomain' | 'bounceMaildir' | 'bounceWebhookSecret'>;

/**
 * Whether mail that cannot be delivered comes back to where Facet sees it; the mailbox is looked at, and nothing in it is read.
 * Below `aside` lies what came back and could not be used.
 */
export async function examineReturnedMail(
  { returnDomain, bounceMaildir, bounceWebhookSecret }: Settings,
  aside: string,
): Promise<Finding[]> {
  if (returnDomain === undefined) return [];
  if (bounceMaildir === undefined && bounceWebhookSecret === undefined)
    return [
      {
        ...{ area: 'returned mail', state: 'look', says: `Undeliverable mail goes to ${returnDomain}, and Facet does not see it.` },
        advice: 'Set FACET_BOUNCE_MAILDIR or FACET_BOUNCE_WEBHOOK_SECRET.',
      },
    ];
  const posted: Finding = {
    area: 'returned mail',
    state: 'not checked',
    says: 'Returned mail is posted here; nothing was posted to try it.',
  };
  return [bounceMaildir === undefined ? posted : await mailbox(bounceMaildir), ...(await setAside(aside))];
}

async function mailbox(folder: string): Promise<Finding> {
  try {
    for (const name of ['.', 'new', 'cur']) await access(join(folder, name), constants.R_OK | constants.W_OK | constants.X_OK);
    return { area: 'returned mail', state: 'good', says: `The mailbox ${folder} for returned mail can be emptied.` };
  } catch (error) {
    return {
      area: 'returned mail',
      state: 'bad',
      says: `The mailbox ${folder} for returned mail cannot be read and written (${(error as NodeJS.ErrnoException).code ?? 'damaged'}).`,
      advice: 'FACET_BOUNCE_MAILDIR must be a Maildir, with new and cur, that Facet’s account may read and write.',
    };
  }
}

async function setAside(root: string): Promise<Finding[]> {
  const folder = join(root, 'set-aside');
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const mails = found.filter((entry) => !entry.isDirectory()).length;
  if (mails === 0) return [];
  return [
    {
      ...{ area: 'returned mail', state: 'look', says: `${mails} returned mails could not be used and were set aside.` },
      advice: `Look into ${folder}, and delete what you have seen: returned mails may hold links.`,
    },
  ];
}
