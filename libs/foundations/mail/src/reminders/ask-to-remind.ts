import { type ReminderSchedule, USUAL_REMINDERS } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

/** When a round last asked that everyone be reminded, and how it reminds. In a transaction of the role facet_people. */
export async function readAsked(tx: Transaction, round: string): Promise<{ lastAskedAt: Date | null; schedule: ReminderSchedule }> {
  const [row] = await tx.query<{ lastAskedAt: Date | null; schedule: ReminderSchedule | null }>(
    `select (select max(at) from post.asked_reminder where round = $1) as "lastAskedAt",
        (select jsonb_build_object('firstDays', first_days, 'spacingDays', spacing_days, 'most', most, 'closingSoonDays', closing_soon_days)
          from post.reminder_schedule where round = $1) as schedule`,
    [round],
  );
  return { lastAskedAt: row?.lastAskedAt ?? null, schedule: row?.schedule ?? USUAL_REMINDERS };
}

/**
 * Has everyone reminded who has not answered. Only the wish is written here, the same whoever has answered; the next tick finds who
 * that is, and the claim decides again. In a transaction of the role facet_people.
 */
export async function askToRemind(tx: Transaction, round: string): Promise<void> {
  await tx.query(
    `insert into post.asked_reminder (round, organisation, at) values ($1, platform.organisation(), $2) on conflict do nothing`,
    [round, tx.now],
  );
}
