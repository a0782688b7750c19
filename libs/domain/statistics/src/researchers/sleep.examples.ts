/**
 * Hours of sleep gained by ten patients under two drugs, in the same order of patients. Student 1908, Biometrika 6, 1–25; `sleep` of R's
 * datasets.
 */
export const sleep = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

/** Of the same: d from the pooled deviation, d_z from the paired differences, and t of R's paired test, which is d_z · √10. */
export const sleepPublished = { d: 0.8321810813, dz: 1.284557563, t: 4.062127683 };
