import { type SurveyView, SurveyWords } from '@facet/contract';
import { words as english } from '../words/en';
import { languages } from '../words/words';
import { mapWords } from './map-words';

/** Each word says its own name, except where a test looks for what is filled in. */
const words = {
  ...Object.fromEntries(Object.keys(SurveyWords.shape).map((word) => [word, word])),
  qualityOf: 'Quality {number} of {count}',
  notObservedKey: 'N',
} as SurveyWords;

const filledIn: Readonly<Record<string, string>> = {
  reviewMissing: '{count} still open',
  answeredOf: '{number} of {count} answered',
  commentCount: '{count} of {most} characters',
  commentTooLong: '{over} characters too long',
  commentHint: 'May show who wrote it: {what}',
  safeguarding: 'Please tell {contact}.',
  thanksChange: 'Until {closes}.',
  refused: 'Not saved: {reason}',
  keys: 'Keys {from} to {to} and {key}',
};
const named = mapWords(english, (text, name) => (name === null ? text : (filledIn[name] ?? name)));
languages['en-XX'] = () => Promise.resolve({ words: { ...named, limits: english.limits, door: english.door } });

const behaviours = (quality: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ code: `${quality}.${i + 1}`, text: `Does the thing ${quality}.${i + 1}.` }));

/** A survey for tests: seven qualities with 5, 4, 4, 5, 3, 5 and 4 behaviours. Every call makes a new one. */
export const surveyForTests = (given: Partial<SurveyView> = {}): SurveyView => ({
  language: 'en-XX',
  rater: { name: 'Sam Hill', self: false },
  leader: { name: 'Ada Okafor' },
  organisation: { name: 'Hillside School', safeguardingContact: 'Jo Park' },
  welcome: {
    heading: 'Your view of Ada Okafor',
    identity: 'You are answering as Sam Hill about Ada Okafor.',
    points: [
      { heading: 'Your group', text: 'You are one of 4 peers.' },
      { heading: 'About your data', text: 'Kept for a year.', folded: true },
    ],
    named: null,
  },
  framework: {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Seven qualities',
    version: 1,
    scale: {
      points: ['Never', 'Rarely', 'Often', 'Mostly', 'Always'].map((label, i) => ({ value: i + 1, label })),
      notObserved: 'Not observed',
    },
    prompts: { seen: 'Where was this seen?', help: 'What would help?' },
    qualities: [5, 4, 4, 5, 3, 5, 4].map((count, i) => ({
      code: String(i + 1),
      name: `Quality of ${i + 1}`,
      definition: `What ${i + 1} means.`,
      behaviours: behaviours(i + 1, count),
    })),
  },
  closes: { at: '2026-12-09T18:00:00.000Z', words: 'Wednesday 9 December 2026 at 18:00' },
  rev: 0,
  sent: false,
  declined: false,
  sheet: { ratings: {}, comments: {}, named: false },
  words,
  ...given,
});
