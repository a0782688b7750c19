import type { Organisation } from './organisations';
import type { Round } from './rounds';

type Settings = Pick<Organisation, 'name' | 'controller' | 'purpose' | 'contact' | 'retentionMonths'>;

/** What a round promised at its launch stays: its purpose, and a time for its report that may become shorter and never longer. */
export const asPromised = <Now extends Settings>(now: Now, { purpose, keptMonths }: Pick<Round, 'purpose' | 'keptMonths'>): Now => ({
  ...now,
  purpose,
  retentionMonths: Math.min(keptMonths, now.retentionMonths),
});

/**
 * What every colleague is told about their data before the first question, from the organisation's settings; each point is a short
 * paragraph under a small heading. What an organisation has not set is left out rather than made up.
 */
export const aboutData = ({ name, controller, purpose, contact, retentionMonths }: Settings): { heading: string; text: string }[] => [
  ...(purpose === null ? [] : [{ heading: 'Why you are asked', text: purpose }]),
  {
    heading: 'How long it is kept',
    text:
      'Your answers are kept apart, under lock, only until the report is made. Then only its figures and the shuffled comments stay, ' +
      `and ${name} keeps those for ${inYears(retentionMonths)} at most.`,
  },
  ...(controller === null ? [] : [{ heading: 'Who answers for your data', text: controller }]),
  ...(contact === null ? [] : [{ heading: 'Whom to ask about your data', text: contact }]),
];

const inYears = (months: number): string => {
  if (months % 12 !== 0) return `${months} month${months === 1 ? '' : 's'}`;
  return months === 12 ? 'a year' : `${months / 12} years`;
};
