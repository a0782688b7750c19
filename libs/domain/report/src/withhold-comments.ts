import type { QualityWords, Snapshot } from './snapshot';

export type Question = 'seen' | 'help';

/** Names one comment of a sealed round without repeating a word of it. `position`: among colleagues' comments, or among line managers. */
export interface CommentPlace {
  readonly quality: string;
  readonly question: Question;
  readonly writer: 'colleague' | 'line_manager';
  readonly position: number;
}

/** How many comments the coach withholds where; only places where there are some. */
export interface WithheldCount {
  readonly quality: string;
  readonly question: Question;
  readonly count: number;
}

const questions: readonly Question[] = ['seen', 'help'];

/** What stands at a place; null where no comment does. */
export const commentAt = (
  { comments }: Pick<Snapshot, 'comments'>,
  { quality, question, writer, position }: CommentPlace,
): string | null => {
  const words = comments.qualities.find((one) => one.quality === quality);
  const found = writer === 'colleague' ? words?.[question][position] : words?.lineManagers[position]?.[question];
  return found === undefined || found.trim() === '' ? null : found;
};

/**
 * The report without the comments that its coach withholds, and how many are missing where: what every reader gets, the coach included.
 * Numbers stay as the seal wrote them. A place at which nothing stands withholds and counts nothing.
 */
export function withholdComments<Report extends Pick<Snapshot, 'comments'>>(
  report: Report,
  places: readonly CommentPlace[],
): { readonly report: Report; readonly withheld: readonly WithheldCount[] } {
  const real = places.filter((place) => commentAt(report, place) !== null);
  const isWithheld = (quality: string, question: Question, writer: CommentPlace['writer'], position: number): boolean =>
    real.some((one) => one.quality === quality && one.question === question && one.writer === writer && one.position === position);
  const qualities = report.comments.qualities.map((words): QualityWords => {
    const left = (question: Question): string[] =>
      words[question].filter((_, position) => !isWithheld(words.quality, question, 'colleague', position));
    const said = (text: string, question: Question, position: number): string =>
      isWithheld(words.quality, question, 'line_manager', position) ? '' : text;
    return {
      ...words,
      seen: left('seen'),
      help: left('help'),
      lineManagers: words.lineManagers.map((manager, position) => ({
        ...manager,
        seen: said(manager.seen, 'seen', position),
        help: said(manager.help, 'help', position),
      })),
    };
  });
  const withheld = qualities.flatMap(({ quality }) =>
    questions.flatMap((question) => {
      const count = real.filter((one) => one.quality === quality && one.question === question).length;
      return count > 0 ? [{ quality, question, count }] : [];
    }),
  );
  return { report: { ...report, comments: { ...report.comments, qualities } }, withheld };
}
