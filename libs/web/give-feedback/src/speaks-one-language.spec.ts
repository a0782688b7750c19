import { beforeAll, expect, test } from '@jest/globals';
import type { SurveyView } from '@facet/contract';
import type { Link } from './link/link';
import { mapWords } from './testing/map-words';
import { PageForTests } from './testing/page-for-tests';
import { ServerForTests } from './testing/server-for-tests';
import { surveyForTests } from './testing/survey-for-tests';
import { words as english } from './words/en';
import { languages } from './words/words';

// A language that does not exist, in which every text stands in brackets: whatever stands in none was never put into a catalogue.
const bracketed = (text: string): string => `⟦${text}⟧`;
const bracketedIn = (value: unknown): unknown => {
  if (typeof value === 'string') return bracketed(value);
  if (Array.isArray(value)) return value.map(bracketedIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'code' || key === 'at' ? one : bracketedIn(one)]));
};

const survey = (given: Partial<SurveyView> = {}): SurveyView => {
  const plain = surveyForTests(given);
  const { rater, leader, organisation, welcome, framework, closes, words } = plain;
  const translated = bracketedIn({ rater, leader, organisation, welcome, framework, closes, words }) as Partial<SurveyView>;
  return { ...plain, ...translated, language: 'en-XA' };
};

beforeAll(() => {
  languages['en'] = () => Promise.resolve({ words: mapWords(english, bracketed) });
});

/** What a person sees or hears of the page that stands in no bracket; figures and punctuation are no words. */
const unbracketed = (): string[] => {
  const spoken = [...document.body.querySelectorAll('*')].flatMap((element) => [
    ...['aria-label', 'title', 'placeholder', 'alt', 'aria-description'].map((name) => element.getAttribute(name) ?? ''),
    ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
  ]);
  const outside = (text: string): string => {
    const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    return less === text ? text : outside(less);
  };
  return [document.title, ...spoken].map((text) => outside(text).trim()).filter((text) => /\p{L}/u.test(text));
};

const behaviours = surveyForTests().framework.qualities.flatMap((quality) => quality.behaviours);
const sheet = (rating: number | null, comments = {}): SurveyView['sheet'] => ({
  ratings: Object.fromEntries(behaviours.map(({ code }) => [code, rating])),
  comments,
  named: false,
});

const open = async (given: Partial<SurveyView> = {}, link?: Link) => {
  sessionStorage.clear();
  const server = new ServerForTests(survey(given));
  return { server, page: await PageForTests.open(link) };
};
const ready = (page: PageForTests, heading: string) => page.until(() => page.heading() === heading);
const start = '⟦start⟧';

const pages: Readonly<Record<string, () => Promise<unknown>>> = {
  'the promise': () => open(),
  'the promise to a line manager': () => open({ welcome: { ...surveyForTests().welcome, named: 'You are named.' } }),
  'all that cannot be promised': async () => {
    const { page } = await open();
    document.querySelector<HTMLElement>('.more summary')?.click();
    await page.until(() => document.querySelector('facet-rest-of-promise') !== null);
  },
  'a quality, with a hint, a comment that is too long and a lost connection': async () => {
    const { page, server } = await open();
    await page.press(start);
    await page.until(() => document.querySelectorAll('textarea').length === 2 && document.querySelector('.keys') !== null);
    server.weather = 'down';
    await page.type('seen', 'As your deputy I saw it.');
    await page.type('help', 'x'.repeat(10_001));
    await page.choose(bracketed('Does the thing 1.1.'), '⟧');
    await page.until(() => document.querySelector('.hint')?.textContent !== '');
  },
  'two pages that disagree': async () => {
    const { page, server } = await open();
    await page.press(start);
    server.elsewhere({ ratings: { '1.1': 2, '1.2': null } });
    await page.choose(bracketed('Does the thing 1.1.'), 'Always⟧');
    await page.until(() => document.querySelector('.conflict') !== null);
  },
  'what is missing': async () => {
    const { page } = await open({ rev: 1, sheet: { ...sheet(4), ratings: { '1.1': 4 } } });
    await page.press('⟦resume⟧');
    for (let i = 0; i < 6; i++) await page.press('⟦next⟧');
    await page.press('⟦review⟧');
    await ready(page, bracketed(english.reviewHeading));
  },
  'all answered, with a comment': () =>
    open({ rev: 1, sheet: sheet(4, { '1': { seen: bracketed('Kind.') } }) }).then(({ page }) =>
      page.press('⟦resume⟧').then(() => ready(page, bracketed(english.reviewHeading))),
    ),
  'nothing observed': () =>
    open({ rev: 1, sheet: sheet(null) }).then(({ page }) =>
      page.press('⟦resume⟧').then(() => ready(page, bracketed(english.reviewHeading))),
    ),
  'the answers are in': () => open({ rev: 1, sent: true, sheet: sheet(4) }),
  withdrawn: async () => {
    const { page } = await open({ rev: 1, sent: true, sheet: sheet(4) });
    await page.press(bracketed(english.withdrawConfirm));
    await ready(page, bracketed(english.withdrawnHeading));
  },
  'rather not': async () => {
    const { page } = await open();
    await page.press('⟦rather⟧');
    await page.until(() => page.heading() === bracketed(english.decline));
  },
  declined: () => open({ declined: true }),
  'not you': async () => {
    const { page } = await open();
    await page.press('⟦notYou⟧');
    await page.until(() => document.querySelector('facet-wrong-page') !== null);
  },
  'a link that was replaced': async () => {
    const { page } = await open();
    await page.press('⟦notYou⟧');
    await page.until(() => document.querySelector('facet-wrong-page') !== null);
    await page.press(`⟦${english.notYouDrop.replace('{rater}', '⟦Sam Hill⟧')}⟧`);
    await ready(page, bracketed(english.replacedHeading));
  },
  'a wrong group': async () => {
    const { page } = await open();
    document.querySelector<HTMLElement>('.more summary')?.click();
    await page.until(() => page.has('button', bracketed(english.groupAsk)));
    await page.press(bracketed(english.groupAsk));
    await page.until(() => page.has('button', bracketed(english.groupConfirm)));
    const asked = unbracketed();
    await page.press(bracketed(english.groupConfirm));
    await ready(page, bracketed(english.toldHeading));
    expect(asked).toEqual([]);
  },
  'what is held': async () => {
    const { page, server } = await open({ sent: true, rev: 1, sheet: sheet(4, { '1': { seen: bracketed('Kind.') } }) });
    server.held = { ...(bracketedIn(server.held) as object), state: 'answered', mails: [{ name: '⟦Invitation⟧', at: '⟦Monday⟧' }] };
    await page.press(bracketed(english.held));
    await page.until(() => page.has('button', bracketed(english.heldDownload)));
  },
  'a lost link': async () => {
    const { page } = await open({}, { kind: 'none' });
    await page.type(english.door.lostLabel, 'sam@hill.test');
    await page.press(bracketed(english.door.lostSend));
    await page.until(() => document.querySelector('.lost-said')?.textContent !== '');
  },
  'no code': () => open({}, { kind: 'none' }),
  'a link that is not known': () => open({}, { kind: 'wrong' }),
};

test.each(Object.entries(pages))('in another language nothing of ours is left in English: %s', async (_, show) => {
  await show();
  expect(unbracketed()).toEqual([]);
});

test('a text in no catalogue would be seen', async () => {
  await open();
  document.querySelector('main')?.append('Welcome ', '⟦known⟧');
  expect(unbracketed()).toEqual(['Welcome']);
});
