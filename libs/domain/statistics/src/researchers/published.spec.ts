import { expect, test } from '@jest/globals';
import { alpha, averageInterItemR, standardisedAlpha } from './alpha';
import { attitude, attitudePublished } from './attitude.examples';
import { cohesion, cohesionPublished } from './cohesion.examples';
import { cohensD, cohensDz } from './effect-size';
import { dissensusVariance, distributionVariance, uniformVariance } from './null-variance';
import { shroutFleiss } from './shrout-fleiss';
import { shroutFleissPublished, shroutFleissTable } from './shrout-fleiss.examples';
import { sleep, sleepPublished } from './sleep.examples';
import { adM, adMJ, rStar, rwg, rwgJ } from './within-group';

/** Published values stand as they are printed: ours must be the same to their last digit. */
const expectPrinted = (found: number | null | undefined, printed: number): void => {
  const digits = (String(printed).split('.')[1] ?? '').length;
  expect(found?.toFixed(digits)).toBe(printed.toFixed(digits));
};

test('the reliabilities of Shrout and Fleiss’ own table come out as published', () => {
  const found = shroutFleiss(shroutFleissTable);
  expectPrinted(found?.msb, shroutFleissPublished.msb);
  expectPrinted(found?.msw, shroutFleissPublished.msw);
  for (const form of ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'] as const)
    expectPrinted(found?.[form], shroutFleissPublished[form]);
});

test('alpha of the thirty departments comes out as published', () => {
  expectPrinted(alpha(attitude), attitudePublished.raw);
  expectPrinted(standardisedAlpha(attitude), attitudePublished.standardised);
  expectPrinted(averageInterItemR(attitude), attitudePublished.averageR);
});

test('the effect of Student’s two drugs comes out as published', () => {
  const dz = cohensDz(sleep.first, sleep.second);
  expectPrinted(cohensD(sleep.first, sleep.second), sleepPublished.d);
  expectPrinted(dz, sleepPublished.dz);
  expectPrinted((dz ?? 0) * Math.sqrt(10), sleepPublished.t);
});

test.each(['company1044B', 'company1044C'] as const)('agreement within %s comes out as published', (company) => {
  const published = cohesionPublished[company];
  const firstQuestion = cohesion[company].map(([answer]) => answer ?? null);
  expectPrinted(rwg(firstQuestion, uniformVariance(5)), published.rwgFirst);
  expectPrinted(rwgJ(cohesion[company], uniformVariance(5)), published.rwgJ);
  expectPrinted(rStar(cohesion[company], uniformVariance(5)), published.rStar);
  expectPrinted(adM(firstQuestion), published.adFirst);
  expectPrinted(adMJ(cohesion[company]), published.adJ);
});

test.each([
  [4, 1.25],
  [5, 2],
  [6, 2.9166666666666665],
  [7, 4],
])('on %i points, answers that say nothing vary by %d', (points, published) => {
  expectPrinted(uniformVariance(points), published);
});

test('half against half on five points varies by 4', () => {
  expect(dissensusVariance(1, 5)).toBe(4);
});

/** LeBreton & Senter 2008, Organizational Research Methods 11, 815–852, for five points. */
test.each([
  ['slightly skewed', [0.05, 0.15, 0.2, 0.35, 0.25], 1.34],
  ['moderately skewed', [0, 0.1, 0.15, 0.4, 0.35], 0.9],
  ['heavily skewed', [0, 0, 0.1, 0.4, 0.5], 0.44],
  ['triangular', [0.11, 0.22, 0.34, 0.22, 0.11], 1.32],
  ['normal', [0.07, 0.24, 0.38, 0.24, 0.07], 1.04],
  ['uniform', [0.2, 0.2, 0.2, 0.2, 0.2], 2],
])('the variance of %s answers comes out as published', (_, probabilities, published) => {
  expectPrinted(distributionVariance(probabilities), published);
});
