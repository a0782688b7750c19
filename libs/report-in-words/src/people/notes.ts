import type { ReportView } from '@facet/contract';

/** Below the list of people: what stands behind a number, and that it stays as it is. */
export const countedOnce = ({ minimum, sealedOn }: ReportView): string =>
  `A number is shown only when at least ${minimum} confidential colleagues stand behind it. The answers were counted once, on ${sealedOn}; then what each person had answered was deleted, and these numbers never change.`;
