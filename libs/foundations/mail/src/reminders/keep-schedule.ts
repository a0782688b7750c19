import type { ReminderSchedule } from '@facet/domain-round';
import type { Transaction } from '@facet/platform';

/** How a round reminds, written at its launch and never changed after it. In a transaction of the role facet_people. */
export async function keepSchedule(tx: Transaction, round: string, schedule: ReminderSchedule): Promise<void> {
  const { firstDays, spacingDays, most, closingSoonDays } = schedule;
  await tx.query(
    `insert into post.reminder_schedule (round, organisation, first_days, spacing_days, most, closing_soon_days)
      values ($1, platform.organisation(), $2, $3, $4, $5)`,
    [round, firstDays, spacingDays, most, closingSoonDays],
  );
}
