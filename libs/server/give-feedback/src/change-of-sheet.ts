import type { SaveAnswers } from '@facet/contract';
import type { Sheet } from '@facet/domain-framework';

type Change = Pick<SaveAnswers, 'ratings' | 'comments' | 'named'>;

/** The sheet after the change. A comment of nothing but blanks is no comment. */
export function changed(sheet: Sheet, { ratings, comments, named }: Change): Sheet {
  const merged = { ...sheet.comments };
  for (const [quality, texts] of Object.entries(comments ?? {})) {
    const written = Object.entries({ ...merged[quality], ...texts }).filter(([, text]) => (text ?? '').trim() !== '');
    merged[quality] = Object.fromEntries(written);
  }
  return { ratings: { ...sheet.ratings, ...ratings }, comments: merged, named: sheet.named || named === true };
}

/** Whether making the change again would change nothing. */
export const contains = (sheet: Sheet, change: Change): boolean =>
  JSON.stringify(sorted(changed(sheet, change))) === JSON.stringify(sorted(sheet));

const sorted = ({ ratings, comments, named }: Sheet): unknown => [
  Object.entries(ratings).toSorted(byKey),
  Object.entries(comments)
    .filter(([, texts]) => Object.keys(texts).length > 0)
    .map(([quality, { seen, help }]): [string, unknown] => [quality, [seen, help]])
    .toSorted(byKey),
  named,
];

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
