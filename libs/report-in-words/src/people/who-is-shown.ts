import type { ReportView, ShownGroup } from '@facet/contract';
import { listed } from '../listed';

/** One line of "Who is in this report": who, and in words how they stand in it. */
export interface Standing {
  readonly who: string;
  readonly how: string;
}

const quoted = (labels: readonly string[]): string => listed(labels.map((label) => `“${label}”`));

const group = ({ label, raters, withheld, folded }: ShownGroup, minimum: number): Standing => {
  if (withheld === 'group_left_out') return { who: label, how: 'Left out: none of their answers is in any number.' };
  if (withheld === 'audit') return { who: label, how: 'Not shown, to keep their answers confidential.' };
  if (withheld !== null) return { who: label, how: `Not shown: fewer than ${minimum} answered.` };
  const answered = `${raters ?? minimum} colleagues answered.`;
  return {
    who: label,
    how: folded.length > 0 ? `${answered} ${quoted(folded)} are shown as one, because a group was too small to stand alone.` : answered,
  };
};

/** The leader sent a self-assessment with at least one rating. */
export const hasOwnView = ({ qualities }: ReportView): boolean =>
  qualities.some(({ behaviours }) => behaviours.some(({ self }) => self !== null));

/** Everyone who was asked, whether shown or not, in the order of the report. Counts only where the group is shown. */
export const whoIsShown = (report: ReportView): Standing[] => [
  {
    who: report.leader,
    how: hasOwnView(report) ? 'The leader’s own view.' : 'No self-assessment was sent, so there is no gap to show.',
  },
  ...(report.qualities[0]?.lineManagers ?? []).map(({ name }) => ({
    who: name,
    how: 'Line manager, shown under their name and told so before answering.',
  })),
  ...report.groups.map((line) => group(line, report.minimum)),
];
