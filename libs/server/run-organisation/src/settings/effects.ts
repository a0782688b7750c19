import type { OrganisationSettings, SettingsEffects } from '@facet/contract';
import { hoursInWords, leavesAt } from '@facet/mail';
import { dateInWords, type Transaction } from '@facet/platform';
import type { ReadSettings } from './editable-settings';

export interface Change {
  readonly changed: readonly (keyof OrganisationSettings)[];
  readonly monthsBefore: number;
  readonly after: ReadSettings;
  readonly demo: boolean;
}

/** Also another zone alone: mail that waits is looked at again. */
export const touchesMail = (changed: Change['changed']): boolean =>
  changed.some((name) => ['zone', 'mailDays', 'mailFrom', 'mailUntil', 'closedOn'].includes(name));

/** What a change of settings would do to reports, to mail that waits and to rounds that are under way. */
export async function effectsOf(tx: Transaction, { changed, monthsBefore, after, demo }: Change): Promise<SettingsEffects> {
  const { retentionMonths, zone } = after.organisation;
  const deletes = await countDeleted(tx, monthsBefore, retentionMonths);
  const has = (name: keyof OrganisationSettings): boolean => changed.includes(name);
  const says = [
    ...(has('retentionMonths') ? [aboutReports(deletes, monthsBefore, retentionMonths)] : []),
    ...(has('purpose') ? ['Colleagues of rounds that have been launched still read the purpose that they were told then.'] : []),
    ...(touchesMail(changed) ? [aboutMail(tx.now, after, demo)] : []),
    ...(has('zone')
      ? [`Rounds that have been launched close when they were to close before. Those launched from now on go by ${zone}.`]
      : []),
  ];
  return { deletes, says };
}

/** By the rule of the daily run (door.let_go), how many reports would go that would not go today anyhow. */
async function countDeleted(tx: Transaction, before: number, after: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from people.round
      where sealed_at <= $1::timestamptz - make_interval(months => least(kept_months, $3::int))
        and sealed_at > $1::timestamptz - make_interval(months => least(kept_months, $2::int))`,
    [tx.now, before, after],
  );
  return row?.count ?? 0;
}

function aboutReports(deletes: number, before: number, after: number): string {
  const months = `${after} month${after === 1 ? '' : 's'}`;
  if (after > before)
    return `Only reports of rounds launched from now on are kept for ${months}. Colleagues of earlier ones were promised less, and that stands.`;
  if (deletes === 0) return `No report is older than ${months} yet. From now on each is deleted for good when it is.`;
  const which = deletes === 1 ? 'One report is older' : `${deletes} reports are older`;
  return `${which} than ${months}: within a day ${deletes === 1 ? 'it is' : 'they are'} deleted for good. Nobody can bring ${deletes === 1 ? 'it' : 'them'} back.`;
}

function aboutMail(now: Date, { organisation: { zone }, hours }: ReadSettings, demo: boolean): string {
  if (demo) return 'This demo sends mail to colleagues at once, whatever the hours say.';
  return (
    `Mail to colleagues then leaves ${hoursInWords(hours, zone)}. What waits already goes by that too: ` +
    `the next can leave on ${dateInWords(leavesAt(now, zone, hours), zone)}.`
  );
}
