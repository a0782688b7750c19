import type { RoundReminders } from '@facet/contract';
import { type Onlooker, type ReminderSchedule, remindersUntil, scheduleInWords, whyNotRemind } from '@facet/domain-round';
import { type Calendar, leavesAt, readAsked } from '@facet/mail';
import { dateInWords, type Transaction } from '@facet/platform';
import type { Round } from '@facet/store-rounds';

interface Reminding {
  readonly round: Pick<Round, 'closesAt' | 'confirmedAt' | 'zone'>;
  readonly schedule: ReminderSchedule;
  /** When the leader had everyone reminded, in order of time. */
  readonly asked: readonly Date[];
  readonly calendar: Calendar;
  readonly now: Date;
}

/** What leader and coach read of the reminders of an open round. Reckoned for whoever never answers: it tells of nobody. */
export async function remindersOfRound(tx: Transaction, round: Round, calendar: Calendar, as: Onlooker): Promise<RoundReminders> {
  const { schedule } = await readAsked(tx, round.id);
  const rows = await tx.query<{ at: Date }>('select at from post.asked_reminder where round = $1 order by at', [round.id]);
  const reminding: Reminding = { round, schedule, asked: rows.map(({ at }) => at), calendar, now: tx.now };
  return { schedule: scheduleInWords(schedule), ahead: ahead(reminding), ask: as === 'leader' ? ask(reminding) : null };
}

function ahead(reminding: Reminding): string {
  const { round, schedule, calendar, now } = reminding;
  if (schedule.most === 0) return '';
  if (round.confirmedAt === null) return 'They are reckoned from the invitations, which leave when the coach has confirmed the list.';
  const left = leaving(reminding).filter((at) => at > now);
  if (left.length === 0) return 'For whoever was asked at the start, no other is to come before the closing.';
  const days = left.map((at) => `on ${dateInWords(at, calendar.zone)}`);
  return `Whoever was asked at the start and has not answered by then is reminded ${days.join(', ').replace(/, (?=on [^,]*$)/, ' and ')}.`;
}

function ask(reminding: Reminding): RoundReminders['ask'] {
  const { round, schedule, asked, calendar, now } = reminding;
  const lastAskedAt = asked.at(-1) ?? null;
  const why = whyNotRemind({ invitedAt: invitedAt(round, calendar), lastAskedAt, schedule }, now);
  if (why === null) return { may: true, words: `${counts(schedule)} ${soFar(reminding)}` };
  if (why.refused !== 'too early') return null;
  const from = dateInWords(why.from, round.zone);
  const because =
    lastAskedAt === null
      ? 'The invitations have only just begun to leave.'
      : `You had everyone reminded on ${dateInWords(lastAskedAt, round.zone)}, and at least ${schedule.spacingDays} days lie between two reminders.`;
  return { may: false, words: `${because} You can have one more sent from ${from} on. ${counts(schedule)}` };
}

const counts = ({ most }: ReminderSchedule): string =>
  most === 1 ? 'It takes the place of the one that a colleague gets.' : `It counts as one of the ${most} that a colleague gets at most.`;

function soFar(reminding: Reminding): string {
  const { schedule, calendar, asked, now } = reminding;
  const had = leaving(reminding).filter((at) => at <= now).length;
  const whoever = 'Whoever was asked at the start and has not answered';
  if (had >= schedule.most) return `${whoever} has had as many already: only colleagues whom you added later would be reminded.`;
  const many = had === 0 ? 'none' : String(had);
  const next = leaving({ ...reminding, asked: [...asked, now] }).find((at) => at >= now);
  const when = next === undefined ? 'comes too late to get another' : `gets this one on ${dateInWords(next, calendar.zone)}`;
  return `${whoever} has had ${many} so far, and ${when}.`;
}

/** When the invitations to those who were asked at the start could leave; null: the list is not confirmed. */
export const invitedAt = ({ confirmedAt }: Pick<Round, 'confirmedAt'>, { zone, hours }: Calendar): Date | null =>
  confirmedAt && leavesAt(confirmedAt, zone, hours);

function leaving({ round, schedule, asked, calendar }: Reminding): Date[] {
  const invited = invitedAt(round, calendar);
  if (invited === null) return [];
  const leaves = (due: Date): Date => leavesAt(due, calendar.zone, calendar.hours);
  return remindersUntil(round.closesAt, schedule, invited, leaves, asked).map(({ at }) => at);
}
