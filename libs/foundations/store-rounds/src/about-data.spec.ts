import { expect, test } from '@jest/globals';
import { aboutData, asPromised } from './about-data';

const settings = {
  name: 'Hill Street School',
  controller: 'Hill Street School, 1 Hill Street',
  purpose: 'To help our leaders learn.',
  contact: 'Pat Lowe, pat.lowe@school.example',
  retentionMonths: 24,
};
const kept = (retentionMonths: number): string =>
  aboutData({ ...settings, retentionMonths }).find(({ heading }) => heading === 'How long it is kept')?.text ?? '';

test('colleagues read why they are asked, how long it is kept, who answers for it and whom to ask, as their organisation says it', () => {
  expect(aboutData(settings).map(({ heading, text }) => [heading, text])).toEqual([
    ['Why you are asked', settings.purpose],
    ['How long it is kept', expect.stringContaining('Hill Street School keeps those for 2 years at most.')],
    ['Who answers for your data', settings.controller],
    ['Whom to ask about your data', settings.contact],
  ]);
});

test('what an organisation has not said is left out, not made up', () => {
  const said = aboutData({ ...settings, controller: null, purpose: null, contact: null });
  expect(said.map(({ heading }) => heading)).toEqual(['How long it is kept']);
});

test('a round that is under way keeps its purpose, and its report is kept no longer than was promised, whatever the settings become', () => {
  const atLaunch = { purpose: settings.purpose, keptMonths: 24 };
  const later = { ...settings, purpose: 'To decide about pay.', contact: 'Jo Park', retentionMonths: 60 };
  expect(asPromised(later, atLaunch)).toEqual({ ...later, purpose: settings.purpose, retentionMonths: 24 });
  expect(asPromised({ ...later, retentionMonths: 6 }, atLaunch).retentionMonths).toBe(6);
});

test.each([
  [1, 'for 1 month at most'],
  [12, 'for a year at most'],
  [18, 'for 18 months at most'],
  [36, 'for 3 years at most'],
])('%d months are said in words', (months, words) => {
  expect(kept(months)).toContain(words);
});
