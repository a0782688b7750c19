import { recordEverywhere } from '@facet/audit-log';
import type { DataSource } from 'typeorm';

/**
 * Mails that were waiting when the backup was made may have left since. Those that nobody misses are let go: a reminder, because another
 * one may come; a sign-in, because its time is over. All others wait until somebody says what is to become of them.
 */
export async function holdMails(source: DataSource, backupBeganAt: string): Promise<void> {
  await source.transaction(async (tx) => {
    await tx.query(`update post.mail set state = 'expired', lease_until = null, lease_owner = null
      where state in ('pending', 'sending') and kind in ('reminder', 'sign_in')`);
    await tx.query(`update post.mail set state = 'pending', lease_until = null, lease_owner = null where state = 'sending'`);
    // What waits for the coach's confirmation waits for that, and cannot have left before it.
    await tx.query(`with held as (
        update post.mail set not_before = 'infinity' where state = 'pending' and not_before <> 'infinity' returning id, organisation
      ) insert into operate.held_mail (mail, organisation) select id, organisation from held`);
    await tx.query(`insert into operate.restored (id, backup_began_at, at) values (gen_random_uuid(), $1, platform.clock())`, [
      backupBeganAt,
    ]);
  });
}

export type HeldFate = 'send' | 'drop';

/** Only what tells nothing of who has answered is counted. */
const COUNTED = `m.kind not in ('answers_unread', 'round_cancelled')`;

export async function countHeld(source: DataSource): Promise<{ readonly waits: boolean; readonly mails: number }> {
  const [row] = await source.query<{ waits: boolean; mails: number }[]>(
    `select door.waits_after_restore() as waits,
        (select count(*)::int from operate.held_mail h join post.mail m on m.id = h.mail where ${COUNTED}) as mails`,
  );
  return row ?? { waits: false, mails: 0 };
}

/** Lets the held mails leave, or sees to it that they never do; reminders are planned again from here on. */
export async function settleHeld(source: DataSource, fate: HeldFate): Promise<void> {
  await source.transaction(async (tx) => {
    const held = `id in (select mail from operate.held_mail)`;
    if (fate === 'send') await tx.query(`update post.mail set not_before = platform.clock() where state = 'pending' and ${held}`);
    else await tx.query(`update post.mail set state = 'cancelled' where state = 'pending' and ${held}`);
    await tx.query('delete from operate.held_mail');
    await tx.query('update operate.restored set confirmed_at = platform.clock() where confirmed_at is null');
    await recordEverywhere(tx, { kind: 'held_mails_settled', by: 'operator', detail: { fate } });
  });
}
