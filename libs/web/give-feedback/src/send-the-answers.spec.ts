import { beforeEach, expect, test } from '@jest/globals';
import type { Sheet, SurveyView } from '@facet/contract';
import { PageForTests } from './testing/page-for-tests';
import { ServerForTests } from './testing/server-for-tests';
import { surveyForTests } from './testing/survey-for-tests';

const behaviours = surveyForTests().framework.qualities.flatMap((quality) => quality.behaviours);
const without = (...codes: string[]): Sheet => ({
  ratings: Object.fromEntries(behaviours.filter(({ code }) => !codes.includes(code)).map(({ code }) => [code, 3])),
  comments: {},
  named: false,
});

const open = async (given: Partial<SurveyView> = {}) => {
  const server = new ServerForTests(surveyForTests({ rev: 30, ...given }));
  return { server, page: await PageForTests.open() };
};

const openReview = async (given: Partial<SurveyView> = { sheet: without() }) => {
  const opened = await open(given);
  await opened.page.press('resume');
  for (let i = 0; i < 7 && !opened.page.has('button', 'review'); i++)
    if (opened.page.has('button', 'next')) await opened.page.press('next');
  if (opened.page.has('button', 'review')) await opened.page.press('review');
  await opened.page.until(() => opened.page.heading() === 'reviewHeading');
  return opened;
};

beforeEach(() => sessionStorage.clear());

test('what is missing is listed, each a link that leads to it, and nothing can be sent', async () => {
  const { page, server } = await openReview({ sheet: without('2.3', '6.1') });
  expect(page.text()).toContain('2 still open');
  expect(page.has('button', 'send')).toBe(false);
  expect(page.text()).toContain('3 of 4 answered');
  expect(document.title).toBe('28 of 30 answered: reviewHeading');
  await page.follow('Does the thing 6.1.');
  expect(page.heading()).toBe('Quality of 6');
  expect(document.activeElement).toBe(page.radio('Does the thing 6.1.', 'Never'));
  expect(server.requests.some(({ method }) => method === 'POST')).toBe(false);
});

test('row 45: following every link on the page before sending changes nothing', async () => {
  const { page, server } = await openReview({ sheet: without('2.3') });
  const links = document.querySelectorAll('a').length;
  expect(links).toBe(8);
  await page.follow('Does the thing 2.3.');
  expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
});

test('when everything is answered the answers can be sent, and the page says that they are in', async () => {
  const { page, server } = await openReview();
  expect(page.text()).toContain('reviewComplete');
  await page.press('send');
  await page.until(() => page.heading() === 'thanksHeading');
  expect(page.text()).toContain('Until Wednesday 9 December 2026 at 18:00.');
  expect(document.activeElement).toBe(document.querySelector('h1'));
  expect(server.view.sent).toBe(true);
  await page.until(() => !JSON.stringify(sessionStorage).includes('facet.unsaved'));
});

test('row 31: pressing twice sends once', async () => {
  const { page, server } = await openReview();
  void page.press('send');
  void page.press('send');
  await page.until(() => page.heading() === 'thanksHeading');
  expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('row 29: whoever has observed nothing at all is told what sending that means, and may once they have confirmed it', async () => {
  const sheet = without();
  const { page, server } = await openReview({
    sheet: { ...sheet, ratings: Object.fromEntries(Object.keys(sheet.ratings).map((code) => [code, null])) },
  });
  expect(page.text()).toContain('nothingRatedText');
  expect(page.has('button', 'send')).toBe(false);
  await page.press('nothingRatedConfirm');
  await page.until(() => page.heading() === 'thanksHeading');
  expect(server.view.sent).toBe(true);
});

test('before sending, a comment is seen among others as the report will show it, without a name and without leaving the page', async () => {
  const { server } = await openReview({ sheet: { ...without(), comments: { '2': { help: 'Meet us more often.' } } } });
  const shown = [...document.querySelectorAll('.preview li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
  expect(shown).toHaveLength(5);
  expect(shown.filter((words) => words.endsWith('(previewYours)'))).toEqual(['Meet us more often.(previewYours)']);
  expect(document.querySelector('.preview')?.textContent).not.toContain('Sam');
  expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  const named = await openReview({
    sheet: { ...without(), named: true },
    welcome: { ...surveyForTests().welcome, named: 'You are named.' },
  });
  expect(document.querySelector('.preview')).toBeNull();
  expect(named.page.heading()).toBe('reviewHeading');
});

test('row 29: an empty sheet cannot be sent', async () => {
  const { page } = await open({ rev: 0 });
  await page.press('start');
  for (let i = 0; i < 6; i++) await page.press('next');
  await page.press('review');
  await page.until(() => page.heading() === 'reviewHeading');
  expect(page.text()).toContain('30 still open');
  expect(page.has('button', 'send')).toBe(false);
});

test('row 18: a comment that is too long is named before sending, with a link to it, and nothing is cut off', async () => {
  const { page, server } = await openReview({ sheet: without() });
  await page.follow('Quality of 2');
  await page.type('What would help?', 'x'.repeat(10_001));
  expect(page.text()).toContain('1 characters too long');
  expect(page.box('What would help?').getAttribute('aria-invalid')).toBe('true');
  for (let i = 0; i < 5; i++) await page.press('next');
  await page.press('review');
  await page.until(() => page.has('button', 'send'));
  await page.press('send');
  await page.until(() => page.text().includes('notDone'));
  await page.until(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(server.view.sent).toBe(false);
  await page.follow('Quality of 2: What would help? 1 characters too long');
  expect(document.activeElement).toBe(page.box('What would help?'));
  expect(page.box('What would help?').value).toHaveLength(10_001);
});

test('what the server will not accept is said in its words, and nothing is lost', async () => {
  const { page, server } = await openReview();
  server.weather = 422;
  await page.press('send');
  await page.until(() => page.text().includes('That is refused. For a reason.'));
  server.weather = 'fine';
  await page.press('send');
  await page.until(() => page.heading() === 'thanksHeading');
});

test('row 31: answers that were changed on another page meanwhile are looked over again before they are sent', async () => {
  const { page, server } = await openReview();
  server.elsewhere({ ratings: { '1.1': 1 } });
  await page.press('send');
  await page.until(() => page.text().includes('stale'));
  expect(server.view.sent).toBe(false);
  await page.press('send');
  await page.until(() => server.view.sent);
});

test('row 36: until closing, the same link shows what was sent and lets it be changed', async () => {
  const { page, server } = await open({ sheet: without(), sent: true });
  await page.until(() => page.heading() === 'thanksHeading');
  await page.press('change');
  await page.until(() => page.heading() === 'reviewHeading');
  expect(page.text()).toContain('reviewSent');
  await page.follow('Quality of 1');
  expect(page.radio('Does the thing 1.1.', 'Often').checked).toBe(true);
  await page.choose('Does the thing 1.1.', 'Always');
  await page.until(() => server.view.sheet.ratings['1.1'] === 5);
  expect(server.view.sent).toBe(true);
});

test('row 37: answers are withdrawn by a second press, and the same link starts afresh', async () => {
  const { page, server } = await open({ sheet: without(), sent: true });
  await page.until(() => page.heading() === 'thanksHeading');
  expect(page.text()).toContain('withdrawAsk');
  expect(server.requests).toHaveLength(1);
  await page.press('withdrawConfirm');
  await page.until(() => page.heading() === 'withdrawnHeading');
  expect(server.view.sheet.ratings).toEqual({});
  await page.press('again');
  await page.until(() => page.has('button', 'start'));
});

test('whoever would rather not answer reads first what that means, and can still change their mind', async () => {
  const { page, server } = await open({ rev: 0 });
  await page.press('rather');
  await page.until(() => page.text().includes('declineAsk'));
  expect(server.requests).toHaveLength(1);
  await page.press('declineConfirm');
  await page.until(() => page.heading() === 'declinedHeading');
  expect(server.view.declined).toBe(true);
  await page.press('answerAfterAll');
  await page.until(() => page.has('button', 'start'));
});

test.each([
  ['notYouKeep', true],
  ['notYouDrop', false],
])('a link that reached somebody else is given up with one press, %s, and this tab forgets it', async (press, keep) => {
  sessionStorage.setItem('facet.code', '0123456789ABCDEFGHJKMNPQRS');
  const { page, server } = await open();
  await page.press('notYou');
  await page.until(() => page.heading() === 'notYouHeading');
  expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  await page.press(press);
  await page.until(() => page.heading() === 'replacedHeading');
  expect(server.requests.at(-1)).toMatchObject({ where: '/s/api/replace-link', body: { keep } });
  expect(sessionStorage.getItem('facet.code')).toBeNull();
});

test('all that is held about a person is shown to them and can be taken along', async () => {
  const { page } = await open({ sheet: { ...without(), comments: { '1': { seen: 'Listens.' } } } });
  document.querySelector<HTMLElement>('.more summary')?.click();
  await page.until(() => page.has('button', 'held'));
  await page.press('held');
  await page.until(() => page.has('button', 'heldDownload'));
  for (const words of [
    'Sam Hill',
    'sam@hill.test',
    'Peers',
    'Ines Moreau',
    'Too busy.',
    'Invitation: Monday',
    'Listens.',
    'Does the thing 7.4.',
  ])
    expect(page.text()).toContain(words);
});

test('whoever would rather not answer may say why', async () => {
  const { page, server } = await open();
  await page.press('rather');
  await page.until(() => page.text().includes('declineReasonRead'));
  await page.type('declineReason', ' We have hardly met. ');
  await page.press('declineConfirm');
  await page.until(() => page.heading() === 'declinedHeading');
  expect(server.requests.at(-1)).toMatchObject({ where: '/s/api/decline', body: { reason: 'We have hardly met.' } });
});
