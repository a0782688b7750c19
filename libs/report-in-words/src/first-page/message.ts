import type { ReportView, Verdict } from '@facet/contract';
import { listed } from '../listed';

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** Whose answers stand beside whose. Counts only what the report counts elsewhere too: the raters of shown groups. */
export const whoStandsHere = (report: ReportView): string => {
  const colleagues = report.groups.reduce((sum, { raters, withheld }) => sum + (withheld === null ? (raters ?? 0) : 0), 0);
  const managers = (report.qualities[0]?.lineManagers ?? []).map(({ name }) => name);
  const others = [
    ...(colleagues > 0 ? [plural(colleagues, 'confidential colleague', 'confidential colleagues')] : []),
    ...(managers.length > 0 ? [`${listed(managers)}, ${managers.length === 1 ? 'line manager' : 'line managers'}`] : []),
  ];
  if (others.length === 0) return `This report holds ${report.leader}’s own view; no one else can be shown.`;
  return `This report sets ${report.leader}’s own view beside that of ${others.join(' and of ')}.`;
};

/** What the numbers rest on. */
export const whatItRestsOn = ({ minimum }: ReportView): string =>
  `Each number from colleagues rests on at least ${minimum} of them; where fewer have seen something, words stand in place of the number.`;

const verdicts = ({ qualities }: ReportView): (Verdict | null)[] =>
  qualities.flatMap(({ behaviours }) => behaviours.map(({ verdict }) => verdict));

/** How many behaviours can be compared at all. */
export const comparedIn = (report: ReportView): number => verdicts(report).filter((verdict) => verdict !== null).length;

/** The message in figures: on how many behaviours self stands where. */
export const whatItSays = (report: ReportView): string => {
  const all = verdicts(report);
  const compared = comparedIn(report);
  if (compared === 0) return 'On no behaviour can self be set beside others: one of the two is missing everywhere.';
  const on = (verdict: Verdict): string => String(all.filter((one) => one === verdict).length || 'none');
  const where =
    compared === all.length ? `all ${plural(all.length, 'behaviour', 'behaviours')}` : `${compared} of ${all.length} behaviours`;
  return (
    `On ${where} self can be set beside others: clearly higher on ${on('self_higher')}, clearly lower on ${on('self_lower')}, ` +
    `in line on ${on('in_line')}, and too close to call on ${on('too_close')}.`
  );
};
