import { expect, test } from '@jest/globals';
import { Agreement, Classification, type ReportRules, Verdict } from './read-report';
import {
  agreementInWords,
  clearlyInWords,
  classificationInWords,
  comparedOverFewer,
  firstPageInWords,
  noAgreementInWords,
  verdictInWords,
} from './report-in-words';

const rules: ReportRules = { highFrom: 3.8, gapFrom: { quality: 0.5, behaviour: 1 } };
const words = [
  ...Verdict.options.map((verdict) => verdictInWords[verdict]),
  ...Classification.options.map((one) => classificationInWords[one]),
  ...Agreement.options.map((band) => agreementInWords[band]),
  noAgreementInWords,
];
const lists = Object.values(firstPageInWords(rules));
const everything = [
  ...words.flatMap(({ short, sentence }) => [short, sentence]),
  ...lists.flatMap(({ heading, rule }) => [heading, rule]),
  clearlyInWords(rules),
  comparedOverFewer({ rated: 1, shown: 3 }),
  comparedOverFewer({ rated: 2, shown: 3 }),
];

test('every verdict, class and word of agreement has a short form and a sentence of its own', () => {
  expect(new Set(words.map(({ sentence }) => sentence)).size).toBe(words.length);
  for (const { short, sentence } of words) {
    expect(short).toMatch(/^[a-z][a-z ,]+$/);
    expect(sentence).toMatch(/^[A-Z].*[.?]$/);
  }
});

test('the words are neutral: they blame nobody, promise no anonymity and shout at nobody', () => {
  for (const text of everything)
    expect(text).not.toMatch(/weak|fail|poor|wrong|bad|problem|deficit|over-?estimat|under-?estimat|should|must|anonym|!/i);
});

test('too close to call says what it means and why', () => {
  const { sentence } = verdictInWords.too_close;
  expect(sentence).toContain('The gap looks large');
  expect(sentence).toContain('few colleagues');
});

test('the lists of the first page and the word “clearly” name the numbers of their own report', () => {
  expect(firstPageInWords(rules).confirmedStrengths.rule).toContain('at 3.8 or above');
  expect(firstPageInWords({ ...rules, highFrom: 5.2 }).blindSpots.rule).toContain('below 5.2');
  expect(clearlyInWords({ highFrom: 3.1, gapFrom: { quality: 0.375, behaviour: 0.75 } })).toContain(
    'at least 0.75 on a behaviour, or 0.375 on a quality',
  );
});
