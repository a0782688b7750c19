/** Six targets rated by four judges. Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428, table 2. */
export const shroutFleissTable = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** Mean squares and reliabilities of the same table; the paper prints two decimals, `ICC` of the R package psych 2.2.9 the rest. */
export const shroutFleissPublished = {
  msb: 11.2416667,
  msw: 6.2638889,
  icc1: 0.1657417684,
  icc2: 0.2897637795,
  icc3: 0.7148407148,
  icc1k: 0.4427971337,
  icc2k: 0.6200505476,
  icc3k: 0.9093155424,
};
