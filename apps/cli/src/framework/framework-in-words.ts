import type { Framework } from '@facet/domain-framework';
import type { TextFault } from '@facet/server-run-organisation';

/** "7 qualities, 30 behaviours, 7 reflection questions, 1 conversation, a scale of 5 points" */
export const sizeOf = ({ qualities, reflection, conversation, scale }: Framework): string =>
  [
    counted(qualities.length, 'quality', 'qualities'),
    counted(qualities.flatMap(({ behaviours }) => behaviours).length, 'behaviour'),
    counted(reflection.length, 'reflection question'),
    counted(conversation.length, 'conversation'),
    `a scale of ${scale.points.length} points`,
  ].join(', ');

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** In the form that editors and terminals turn into links: FILE:LINE:COLUMN message. */
export const faultLines = (file: string, faults: readonly TextFault[]): string =>
  faults.map(({ at, message }) => (at ? `${file}:${at.line}:${at.column} ${message}` : `${file}: ${message}`)).join('\n');
