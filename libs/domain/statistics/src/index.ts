export { fraction, toNumber, whole, type Fraction } from './fraction';
export { addCounts, gap, meanOfCounts, meanOfMeans } from './means';
