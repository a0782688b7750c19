/**
 * Numbers that researchers bring: a row for each rater (or person, or target), a column for each item, null for "not observed". Unlike
 * the report's figures these say much about single raters, and belong to people who hold the raw data anyway.
 */
export type Table = readonly (readonly (number | null)[])[];

/** Columns of a table; 0 without rows. Refuses rows of different lengths. */
export const itemsOf = (table: Table): number => {
  const items = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== items)) throw new RangeError('Every row of a table needs as many columns as the first.');
  return items;
};

/** The rows in which nothing is null: listwise deletion. */
export const completeRows = (table: Table): number[][] => {
  const items = itemsOf(table);
  return table.map((row) => row.filter((value) => value !== null)).filter((row) => row.length === items);
};

/** What each column holds, without nulls. */
export const columns = (table: Table): number[][] =>
  Array.from({ length: itemsOf(table) }, (_, item) => table.flatMap((row) => row[item] ?? []));

export const isGiven = <T>(value: T | null): value is T => value !== null;
