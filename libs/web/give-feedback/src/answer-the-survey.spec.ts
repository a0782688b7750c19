import { beforeEach, expect, test } from '@jest/globals';
import type { Rating, Sheet, SurveyView } from '@facet/contract';
import { PageForTests } from './testing/page-for-tests';
import { ServerForTests } from './testing/server-for-tests';
import { surveyForTests } from './testing/survey-for-tests';

const serve = (given: Partial<SurveyView> = {}) => new ServerForTests(surveyForTests(given));

const behaviours = surveyForTests().framework.qualities.flatMap((quality) => quality.behaviours);
const answered = (count: number, rating: Rating = 4): Sheet => ({
  ratings: Object.fromEntries(behaviours.slice(0, count).map(({ code }) => [code, rating])),
  comments: {},
  named: false,
});

beforeEach(() => sessionStorage.clear());

test('the promise comes first, on one page with one button that starts', async () => {
  const server = serve();
  const page = await PageForTests.open();
  expect(page.heading()).toBe('Your view of Ada Okafor');
  expect(document.title).toBe('Your view of Ada Okafor');
  expect(page.text()).toContain('You are answering as Sam Hill about Ada Okafor.');
  expect(page.text()).toContain('You are one of 4 peers.');
  expect(document.querySelectorAll('input')).toHaveLength(0);
  await page.press('start');
  expect(page.heading()).toBe('Quality of 1');
  expect(document.title).toBe('Quality 1 of 7: Quality of 1');
  expect(document.activeElement).toBe(document.querySelector('h1'));
  expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
});

test('what cannot be promised is there in full for whoever asks, and is fetched only then', async () => {
  serve();
  const page = await PageForTests.open();
  const asked = [...document.querySelectorAll('summary')].find(({ textContent }) => textContent === 'more');
  expect(document.querySelector('facet-rest-of-promise')).toBeNull();
  asked?.click();
  await page.until(() => document.querySelector('facet-rest-of-promise') !== null);
  for (const limit of [
    'tell one another',
    'turn of phrase',
    'lowest or the highest point',
    'invents colleagues',
    'mail system',
    'round is open',
  ])
    expect(page.text()).toContain(limit);
  expect(document.querySelector('facet-rest-of-promise')?.textContent).not.toMatch(/anonym|guarantee|!/i);
});

test('who is named, and who answers about themselves, is not told how others are protected', async () => {
  for (const given of [
    { welcome: { ...surveyForTests().welcome, named: 'You are named.' } },
    { rater: { name: 'Ada Okafor', self: true } },
  ]) {
    serve(given);
    const page = await PageForTests.open();
    document.querySelector<HTMLElement>('.more summary')?.click();
    await page.until(() => document.querySelector('facet-rest-of-promise')?.textContent === 'About your dataKept for a year.held');
  }
});

test('a page has one group of choices for each behaviour of its quality, and nothing is chosen beforehand', async () => {
  serve();
  const page = await PageForTests.open();
  await page.press('start');
  const groups = document.querySelectorAll('fieldset');
  expect(groups).toHaveLength(5);
  expect(groups[0]?.querySelectorAll('input[type=radio]')).toHaveLength(6);
  expect(document.querySelectorAll('input:checked')).toHaveLength(0);
  expect(document.querySelectorAll('table, [role=grid]')).toHaveLength(0);
});

test('“not observed” is saved as no number, and nothing moves on by itself', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  await page.choose('Does the thing 1.1.', 'Not observed');
  await page.choose('Does the thing 1.2.', 'Always');
  await page.until(() => page.text().includes('saved'));
  expect(server.view.sheet.ratings).toEqual({ '1.1': null, '1.2': 5 });
  expect(page.heading()).toBe('Quality of 1');
});

test('a colleague who stopped after behaviour 13 carries on at behaviour 14, with the focus on its first choice', async () => {
  serve({ rev: 13, sheet: answered(13) });
  const page = await PageForTests.open();
  await page.press('resume');
  expect(page.heading()).toBe('Quality of 4');
  expect(behaviours[13]?.text).toBe('Does the thing 4.1.');
  expect(document.activeElement).toBe(page.radio('Does the thing 4.1.', 'Never'));
});

test('the keys 1 to 5 and N rate the behaviour that has the focus', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  page.radio('Does the thing 1.2.', 'Never').focus();
  await page.key('4');
  expect(page.radio('Does the thing 1.2.', 'Mostly').checked).toBe(true);
  expect(document.activeElement).toBe(page.radio('Does the thing 1.2.', 'Mostly'));
  await page.key('n');
  expect(page.radio('Does the thing 1.2.', 'Not observed').checked).toBe(true);
  await page.key('7');
  await page.until(() => server.view.sheet.ratings['1.2'] === null);
});

test('the keys are listed, can be switched off, and stay off in this tab', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  await page.until(() => page.text().includes('Keys 1 to 5 and N'));
  await page.press('keysOff');
  page.radio('Does the thing 1.1.', 'Never').focus();
  await page.key('4');
  expect(document.querySelectorAll('input:checked')).toHaveLength(0);
  expect(server.saves).toEqual([]);
  await PageForTests.open();
  await page.press('start');
  await page.until(() => page.has('button', 'keysOn'));
});

test('row 89: the comments follow the behaviours, each with a label, a count and the place for a safeguarding concern', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  await page.until(() => page.text().includes('Where was this seen?'));
  expect(page.text()).toContain('Please tell Jo Park.');
  expect(page.text()).toContain('commentShown');
  await page.type('Where was this seen?', 'In May.');
  expect(page.text()).toContain('7 of 10,000 characters');
  page.leave('Where was this seen?');
  await page.until(() => server.view.sheet.comments['1']?.seen === 'In May.');
});

test('a comment that may show who wrote it gets a hint, and is saved all the same', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  await page.until(() => page.text().includes('Where was this seen?'));
  await page.type('Where was this seen?', 'As your deputy I saw it.');
  await page.until(() => page.text().includes('May show who wrote it: “As your deputy”'));
  page.leave('Where was this seen?');
  await page.until(() => server.view.sheet.comments['1']?.seen === 'As your deputy I saw it.');
});

test('rows 19, 20, 23: whatever is written comes back as the text that it is', async () => {
  const text = '<script>alert(1)</script><img src=x onerror=alert(1)> {{constructor}} **bold** 👩‍👩‍👧‍👦 مرحبا \u202Eabc\u2066';
  serve({
    rater: { name: '<b>Sam</b>', self: false },
    rev: 1,
    sheet: { ...answered(1), comments: { '1': { seen: text } } },
    welcome: { ...surveyForTests().welcome, identity: text },
  });
  const page = await PageForTests.open();
  expect(document.querySelector('bdi')?.textContent.trim()).toBe(text);
  await page.press('resume');
  await page.until(() => page.text().includes('Where was this seen?'));
  expect(page.box('Where was this seen?').value).toBe(text);
  expect(document.querySelectorAll('script, img, b')).toHaveLength(0);
});

test('row 21: an invisible NUL is taken out as it is typed', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  await page.until(() => page.text().includes('Where was this seen?'));
  await page.type('Where was this seen?', 'be\0fore');
  expect(page.box('Where was this seen?').value).toBe('before');
  page.leave('Where was this seen?');
  await page.until(() => server.view.sheet.comments['1']?.seen === 'before');
});

test('a line manager confirms with the first press that they are named', async () => {
  const server = serve({ welcome: { ...surveyForTests().welcome, named: 'You are named.' } });
  const page = await PageForTests.open();
  expect(page.text()).toContain('You are named.');
  expect(server.saves).toEqual([]);
  await page.press('startNamed');
  await page.until(() => server.view.sheet.named);
  expect(page.heading()).toBe('Quality of 1');
  await page.until(() => page.text().includes('commentShownNamed'));
});

test('the leader answers the same survey, and is not asked whether they would rather not', async () => {
  serve({ rater: { name: 'Ada Okafor', self: true } });
  const page = await PageForTests.open();
  expect(page.has('button', 'rather')).toBe(false);
  await page.press('start');
  await page.until(() => page.text().includes('commentShownSelf'));
});

test('a framework of three qualities on a scale of four is asked as it is', async () => {
  const { framework } = surveyForTests();
  serve({
    framework: {
      ...framework,
      scale: { ...framework.scale, points: framework.scale.points.slice(0, 4) },
      qualities: framework.qualities.slice(0, 3),
    },
  });
  const page = await PageForTests.open();
  await page.press('start');
  expect(page.text()).toContain('Quality 1 of 3');
  expect(document.querySelectorAll('svg polygon')).toHaveLength(3);
  await page.until(() => page.text().includes('Keys 1 to 4 and N'));
});

test('a scale of seven is rated with the keys 1 to 7', async () => {
  const { framework } = surveyForTests();
  const points = Array.from({ length: 7 }, (_, i) => ({ value: i + 1, label: `Point ${i + 1}` }));
  const server = serve({ framework: { ...framework, scale: { ...framework.scale, points } } });
  const page = await PageForTests.open();
  await page.press('start');
  await page.until(() => page.text().includes('Keys 1 to 7 and N'));
  page.radio('Does the thing 1.1.', 'Point 1').focus();
  await page.key('7');
  await page.key('8');
  await page.until(() => server.view.sheet.ratings['1.1'] === 7);
  expect(page.radio('Does the thing 1.1.', 'Point 7').checked).toBe(true);
});

test('the mark lights a facet when the last behaviour of a quality is answered', async () => {
  serve({ rev: 4, sheet: answered(4) });
  const page = await PageForTests.open();
  await page.press('resume');
  const lit = () => document.querySelectorAll('polygon[data-finished=true]').length;
  expect(lit()).toBe(0);
  await page.choose('Does the thing 1.5.', 'Never');
  expect(lit()).toBe(1);
});

test('row 34: without a connection the page says that it has not saved, and says “saved” only when it has', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  server.weather = 'down';
  await page.choose('Does the thing 1.1.', 'Never');
  await page.until(() => page.text().includes('notSaved'));
  expect(document.querySelector('[role=status]')?.textContent).toBe('notSaved');
  server.weather = 'fine';
  window.dispatchEvent(new Event('online'));
  await page.until(() => document.querySelector('.status')?.textContent === 'saved');
  expect(document.querySelector('[role=status]')?.textContent).toBe('saved');
  expect(server.view.sheet.ratings).toEqual({ '1.1': 1 });
});

test('row 33: when two pages disagree both answers are shown, and the one that is kept is saved', async () => {
  const server = serve();
  const page = await PageForTests.open();
  await page.press('start');
  server.elsewhere({ ratings: { '1.1': 2 } });
  await page.choose('Does the thing 1.1.', 'Always');
  await page.until(() => page.has('button', 'keepStored'));
  const panel = document.querySelector('[role=alert] .conflicts')?.textContent;
  expect(panel).toContain('Does the thing 1.1.');
  expect(panel).toContain('Always');
  expect(panel).toContain('Rarely');
  await page.press('keepStored');
  expect(page.radio('Does the thing 1.1.', 'Rarely').checked).toBe(true);
  expect(page.has('button', 'keepStored')).toBe(false);
  expect(server.view.sheet.ratings).toEqual({ '1.1': 2 });
});
