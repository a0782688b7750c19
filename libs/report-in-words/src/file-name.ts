import type { ReportView } from '@facet/contract';

/** As many letters of a name as every file system takes with the rest. */
const LONGEST_NAME = 60;

/** A name for a file of the report: it tells several leaders' files apart, in letters that every file system takes. */
export const fileNameOf = ({ leader, sealedOn }: Pick<ReportView, 'leader' | 'sealedOn'>, kind: 'csv' | 'pdf'): string => {
  const name = Array.from(leader.replace(/[^\p{L}\p{M}\p{N} ,.'’-]/gu, '').trim()).slice(0, LONGEST_NAME);
  return `Report of ${name.join('')}, ${sealedOn}.${kind}`;
};
