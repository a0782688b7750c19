/**
 * Eleven soldiers of two companies on five questions of cohesion, 1 to 5; one left out the second. `cohesion` of the R package multilevel 2.7.
 */
export const cohesion = {
  company1044B: [
    [4, 5, 5, 5, 5],
    [3, null, 5, 5, 5],
    [2, 3, 3, 3, 3],
    [3, 4, 3, 4, 4],
    [4, 4, 3, 4, 4],
    [3, 3, 2, 2, 1],
  ],
  company1044C: [
    [3, 3, 3, 3, 3],
    [3, 1, 4, 3, 4],
    [3, 3, 3, 3, 3],
    [2, 2, 2, 3, 2],
    [1, 1, 1, 3, 3],
  ],
};

/** What multilevel prints for each company, complete answers only, against the uniform null of five points (2). */
export const cohesionPublished = {
  company1044B: { rwgFirst: 0.7166666667, rwgJ: 0.753968254, rStar: 0.38, adFirst: 0.5555556, adJ: 0.8 },
  company1044C: { rwgFirst: 0.6, rwgJ: 0.8988764045, rStar: 0.64, adFirst: 0.72, adJ: 0.56 },
};
