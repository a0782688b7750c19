export { highSide, noise, threshold, type Comparison, type Level } from './comparison';
export { atLeast, below, fraction, minus, plus, times, toNumber, whole, type Fraction } from './fraction';
export { addCounts, gap, meanOfCounts, meanOfMeans } from './means';
export { classify, isHighSide, verdictOf, type Classification, type Verdict } from './verdict';
export { agreementOf, type Agreement } from './agreement/agreement-of';
export { chanceOf } from './agreement/chance';
