import type { ReportView } from '@facet/contract';
import { listed } from '../listed';
import { hasOwnView } from '../people/who-is-shown';

export interface NextStep {
  readonly what: string;
  readonly how: string;
}

/** In place of the main points, where there is little to read. */
export interface LittleInWords {
  readonly heading: string;
  /** What can be read, and why the rest is not here. */
  readonly paragraphs: readonly string[];
  /** What whoever reads it can do now. */
  readonly steps: readonly NextStep[];
}

const colleagues = ({ groups, qualities, minimum }: ReportView): string => {
  const all = qualities.flatMap(({ behaviours }) => behaviours);
  const shown = all.filter(({ allOthers }) => 'mean' in allOthers).length;
  const rule = `What fewer than ${minimum} confidential colleagues rated is shown nowhere and enters no number, so that nobody can be found out.`;
  if (groups.every(({ withheld }) => withheld !== null)) return `Too few colleagues answered for any number of theirs to be shown. ${rule}`;
  if (shown === 0) return `Colleagues answered, but none of the ${all.length} behaviours had been seen by enough of them. ${rule}`;
  return `Colleagues’ numbers can be shown on ${shown} of ${all.length} behaviours; the others had not been seen by enough of them. ${rule}`;
};

const whatThereIs = (report: ReportView): string => {
  const { comments, leader, qualities } = report;
  const managers = (qualities[0]?.lineManagers ?? []).map(({ name }) => name);
  const named = [
    ...(hasOwnView(report) ? [`${leader}’s own view`] : []),
    ...(managers.length > 0 ? [`what ${listed(managers)} rated and wrote under their own name`] : []),
  ];
  const words =
    comments.withheld === null
      ? 'Comments of colleagues are here too: enough of them answered for that.'
      : 'Comments of confidential colleagues are not shown either, for the same reason.';
  return named.length === 0 ? words : `What you can read is ${named.join(', and ')}. ${words}`;
};

const forCoach = ({ leader, minimum, releasedOn }: ReportView): NextStep[] => [
  {
    what: 'Talk all the same',
    how: `Begin with what stands below, and with what ${leader} had hoped to hear, and from whom. Do not look for who has answered and who has not: neither of you can know, and asking would break the promise that colleagues were given.`,
  },
  {
    what: 'Ask again, and more people',
    how: `${leader} can launch a new round with the same questions and a longer list. Twice as many as a number needs, ${2 * minimum} in a group, are usually enough; a smaller group can answer together with another.`,
  },
  ...(releasedOn === null
    ? [{ what: 'Release it', how: `${leader} reads the same page. If you do nothing, it is released by itself like any other report.` }]
    : []),
];

const forLeader = ({ coach, minimum }: ReportView): NextStep[] => [
  {
    what: 'Talk all the same',
    how: `${coach} has read this too. Begin with what stands below, and with what you had hoped to hear, and from whom. Please do not ask colleagues whether they answered: they were promised that nobody would know.`,
  },
  {
    what: 'Ask again, and more people',
    how: `A new round asks the same questions. Twice as many colleagues as a number needs, ${2 * minimum} in a group, are usually enough; a smaller group can answer together with another.`,
  },
];

/** A report that holds hardly a number of colleagues: what can be read in it, why the rest cannot, and what to do now. */
export const littleInWords = (report: ReportView): LittleInWords => ({
  heading: 'There is little to read here, and that is nobody’s fault',
  paragraphs: [colleagues(report), whatThereIs(report), `It says nothing about how ${report.leader} leads.`],
  steps: report.as === 'coach' ? forCoach(report) : forLeader(report),
});
