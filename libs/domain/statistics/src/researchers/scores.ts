import { mean } from './moments';
import { columns, isGiven, itemsOf, type Table } from './table';

/**
 * The usual scores of one quality, in scale points. They differ as soon as something was not observed, and none of them is the report's:
 * set beside the means of behaviours, each can give a single rater away. Who has seen nothing changes none of them.
 */

/** Mean of each item over the raters who rated it; null where nobody did. */
export const itemMeans = (table: Table): (number | null)[] => columns(table).map(mean);

/** Each item weighs the same, however many rated it: plain mean of the item means; null without ratings. */
export const meanOfItemMeans = (table: Table): number | null => mean(itemMeans(table).filter(isGiven));

/** Each rating weighs the same: mean of all ratings; null without ratings. */
export const pooledMean = (table: Table): number | null => mean(table.flat().filter(isGiven));

/**
 * Each rater weighs the same: mean of the raters' own means. Counts raters who rated at least half of the items, as CCL's Benchmarks do;
 * null when nobody did.
 */
export const meanOfRaterMeans = (table: Table): number | null => {
  const half = itemsOf(table) / 2;
  const answered = table.map((row) => row.filter(isGiven)).filter((row) => row.length >= half);
  return mean(answered.map(mean).filter(isGiven));
};
