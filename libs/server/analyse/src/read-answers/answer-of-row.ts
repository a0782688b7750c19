import type { Rating } from '@facet/domain-framework';
import { raterGroups, type GroupCode } from '@facet/domain-round';
import { qualityOf } from '../derive-framework';
import type { Fault } from '../fault';
import { shortened, type Column, type Columns } from './header';
import type { Row } from './rows';

/** One row, each cell understood by itself. */
export interface Answer {
  readonly leader: string;
  readonly rater: string;
  readonly group: GroupCode;
  readonly behaviour: string;
  readonly rating: Rating;
  readonly seen: boolean;
  readonly help: boolean;
}

/** What may stand in a row. `behaviours` null: any code that names a quality. */
export interface Expected {
  readonly columns: Columns;
  readonly points: number;
  readonly behaviours: ReadonlySet<string> | null;
}

/** What a row says, or what is wrong with each of its cells. */
export const answerOfRow = (row: Row, { columns, points, behaviours }: Expected): Answer | Fault[] => {
  if (row.cells.length !== columns.size) return [{ at: row.placeOf(0), message: wrongNumber(row.cells.length, columns.size) }];
  const faults: Fault[] = [];
  const cell = (column: Column): string => row.cells[columns.get(column) ?? -1] ?? '';
  const check = (column: Column, fault: string | null): void => {
    if (fault !== null) faults.push({ at: row.placeOf(columns.get(column) ?? 0), message: `${column}: ${fault}` });
  };
  const group = raterGroups.find(({ code }) => code === cell('group'))?.code;
  const rating = ratingOf(cell('rating'), points);
  for (const column of ['leader', 'rater'] as const) check(column, wrongWithName(cell(column)));
  check('behaviour', wrongWithBehaviour(cell('behaviour'), behaviours));
  if (group === undefined) check('group', wrongWithGroup(cell('group')));
  if (rating === undefined) check('rating', wrongWithRating(cell('rating'), points));
  if (faults.length > 0 || group === undefined || rating === undefined) return faults;
  const [leader, rater, behaviour] = [cell('leader'), cell('rater'), cell('behaviour')];
  return { leader, rater, group, behaviour, rating, seen: cell('seen') !== '', help: cell('help') !== '' };
};

const wrongWithName = (cell: string): string | null => {
  if (cell === '') return found(cell);
  return cell.includes('\0') ? `${found(cell)} It holds a character NUL, which no name does.` : null;
};

const wrongNumber = (cells: number, columns: number): string =>
  `There ${cells === 1 ? 'is 1 cell' : `are ${cells} cells`} in this row; the first row names ${columns} columns.`;

const ratingOf = (cell: string, points: number): Rating | undefined => {
  if (cell === 'N') return null;
  const rating = /^\d{1,2}$/.test(cell) ? Number(cell) : 0;
  return rating >= 1 && rating <= points ? rating : undefined;
};

const wrongWithRating = (cell: string, points: number): string =>
  `${found(cell)} A rating is a whole number from 1 to ${points}, or N for not observed.`;

const wrongWithGroup = (cell: string): string => `${found(cell)} A group is ${raterGroups.map(({ code }) => code).join(', ')}.`;

const wrongWithBehaviour = (cell: string, behaviours: ReadonlySet<string> | null): string | null => {
  if (cell === '') return found(cell);
  if (behaviours !== null) return behaviours.has(cell) ? null : `“${shortened(cell)}” is no behaviour of the framework.`;
  if (qualityOf(cell) !== null) return null;
  return `“${shortened(cell)}” names no quality. A behaviour’s code is its quality’s, a full stop and one thing more, such as 2.1.`;
};

const found = (cell: string): string => (cell === '' ? 'This cell is empty.' : `“${shortened(cell)}” stands here.`);
