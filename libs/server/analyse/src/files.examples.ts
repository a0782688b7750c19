import * as fc from 'fast-check';

/** One row as a file has it; whoever it is about and from is given by a number. */
export interface FileRow {
  readonly leader: number;
  readonly rater: number;
  readonly group: string;
  readonly behaviour: string;
  readonly rating: string;
}

const groups = ['self', 'line_manager', 'peer', 'direct_report', 'other'] as const;
const behaviours = ['1.2', '1.10', '1.1', '2.1', '10.1'];

/** The rows of one leader: up to 14 raters of all groups, with gaps and things not observed, at most one of them the leader. */
const rowsOfLeader = (leader: number): fc.Arbitrary<FileRow[]> =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...groups), fc.array(fc.constantFrom('1', '2', '3', '4', '5', 'N', null), { minLength: 5, maxLength: 5 })),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .map((raters) =>
      raters.flatMap(([wanted, ratings], rater) => {
        const group = wanted === 'self' && raters.findIndex(([one]) => one === 'self') !== rater ? 'other' : wanted;
        return ratings.flatMap((rating, at) =>
          rating === null ? [] : [{ leader, rater, group, behaviour: behaviours[at] ?? '', rating }],
        );
      }),
    );

/** The rows of a file about two leaders, at least one. */
export const fileRows: fc.Arbitrary<FileRow[]> = fc
  .tuple(rowsOfLeader(1), rowsOfLeader(2))
  .map((rows) => rows.flat())
  .filter((rows) => rows.length > 0);

const columns = ['leader', 'rater', 'group', 'behaviour', 'rating', 'seen', 'help'] as const;
type Column = (typeof columns)[number];

/** Marks that must never come out again. */
export const raterMark = 'WHO-IS-WHO';
export const commentMark = 'SAID-IN-CONFIDENCE';

export const csvOf = (rows: readonly FileRow[], order: readonly Column[] = columns): string => {
  const cells = (row: FileRow): Record<Column, string> => ({
    ...row,
    leader: `Leader ${row.leader}`,
    rater: `${raterMark}-${row.rater}`,
    seen: `"${commentMark}, ""seen"""`,
    help: commentMark,
  });
  return [order.join(','), ...rows.map((row) => order.map((column) => cells(row)[column]).join(','))].join('\n');
};

export const shuffledColumns = fc.shuffledSubarray([...columns], { minLength: columns.length });
