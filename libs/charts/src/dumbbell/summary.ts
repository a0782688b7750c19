import { forDisplay, gapForDisplay } from '../for-display';
import { valueOf } from '../voices';
import { hasOthers, type DumbbellData, type DumbbellRow } from './data';

const named = ({ series }: DumbbellData, row: DumbbellRow): string => {
  const of = (voice: string) => valueOf(row.points[series.findIndex((one) => one.voice === voice)]) ?? 0;
  return `“${row.label.replace(/\.$/, '')}” (${gapForDisplay(row.gap ?? 0)}: ${forDisplay(of('self'), 2)} beside ${forDisplay(of('others'), 2)})`;
};

/**
 * The main point in one sentence: where self stands furthest above all others and where furthest below, with how many rows cannot
 * be compared. Neutral: which of the two is right is not for a chart to say.
 */
export const summary = (data: DumbbellData): string => {
  if (!hasOthers(data)) return `Shown: ${data.series.map(({ label }) => label).join(', ')}. Too few others answered to compare with.`;
  const compared = data.rows.filter(({ gap }) => gap !== null).toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  const [highest, lowest] = [compared[0], compared.at(-1)];
  if (!highest || !lowest) return 'Self and all others cannot be compared here: one of the two is missing on every line.';
  const above = (highest.gap ?? 0) > 0 ? `Self stands furthest above all others on ${named(data, highest)}` : '';
  const below =
    (lowest.gap ?? 0) < 0 ? `${above ? 'furthest below' : 'Self stands furthest below all others'} on ${named(data, lowest)}` : '';
  const found = [above, below].filter(Boolean).join(' and ') || 'Self and all others agree on every line that can be compared';
  const left = data.rows.length - compared.length;
  return `${found}${left > 0 ? `; ${left} of ${data.rows.length} cannot be compared` : ''}.`;
};
