import type { ReportView } from '@facet/contract';

/** Below the list of people: what stands behind a number, and that it stays as it is. */
export const countedOnce = ({ minimum, sealedOn }: ReportView): string =>
  `A number is shown only when at least ${minimum} confidential colleagues stand behind it. The answers were counted once, on ${sealedOn}; then what each person had answered was deleted, and these numbers never change.`;

/** At the head of a report that shows no number of a confidential colleague. */
export const nearlyEmptyInWords = {
  heading: 'There is little to read here yet, and that is nobody’s fault',
  text: 'Too few colleagues answered for their numbers to be shown, so that nobody can be found out. What stands below was written under a name. It can still begin a conversation; to hear from more people, ask again with a new round.',
} as const;
