import { beforeEach, expect, test } from '@jest/globals';
import { PageForTests } from './testing/page-for-tests';
import { ServerForTests } from './testing/server-for-tests';
import { surveyForTests } from './testing/survey-for-tests';

const CODE = '0123456789ABCDEFGHJKMNPQRS';

let server: ServerForTests;
beforeEach(() => {
  sessionStorage.clear();
  server = new ServerForTests(surveyForTests());
});

test('rows 42, 46: without a code there is a box for it, which reads it however it is typed', async () => {
  const page = await PageForTests.open({ kind: 'none' });
  expect(page.heading()).toBe('Type the code from your mail');
  await page.type('Code', 'far too short');
  await page.press('Open my questions');
  expect(page.text()).toContain('That is not a whole code.');
  expect(page.box('Code').value).toBe('far too short');
  expect(server.requests).toEqual([]);
  await page.type('Code', CODE.toLowerCase().replace(/(.{4})/g, '$1-'));
  await page.press('Open my questions');
  await page.until(() => page.has('button', 'start'));
});

test('row 42: a link that can be none and one that the server does not know get the same page, with the box for the code', async () => {
  const wrong = await PageForTests.open({ kind: 'wrong' });
  const text = wrong.text();
  expect(server.requests).toEqual([]);
  server.weather = 404;
  const unknown = await PageForTests.open();
  expect(unknown.heading()).toBe('This link is not known here');
  expect(unknown.text()).toBe(text);
});

test('row 39: whoever comes after closing is told so before they type anything', async () => {
  server.weather = 410;
  server.problem = { title: 'This feedback is closed.', detail: 'Answers were taken until Wednesday.' };
  const page = await PageForTests.open();
  expect(page.heading()).toBe('This feedback is closed.');
  expect(page.text()).toContain('Answers were taken until Wednesday.');
  expect(document.querySelectorAll('input, textarea, button')).toHaveLength(0);
});

test('row 32: what is typed after closing is refused, and given back to be copied', async () => {
  const page = await PageForTests.open();
  await page.press('start');
  await page.until(() => page.text().includes('Where was this seen?'));
  await page.type('Where was this seen?', 'Two minutes too late.');
  server.weather = 410;
  server.problem = { title: 'This feedback is closed.', detail: 'Answers were taken until Wednesday.' };
  page.box('Where was this seen?').dispatchEvent(new Event('blur'));
  await page.until(() => page.heading() === 'This feedback is closed.');
  expect(document.querySelector('blockquote')?.textContent.trim()).toBe('Two minutes too late.');
  const later = await PageForTests.open();
  await later.until(() => later.text().includes('Two minutes too late.'));
});

test('too early is said in the server’s words, with a way to try again', async () => {
  server.weather = 409;
  server.problem = { title: 'This feedback is not open yet.', detail: 'Please come back later.' };
  const page = await PageForTests.open();
  expect(page.heading()).toBe('This feedback is not open yet.');
  server.weather = 'fine';
  await page.press('Try again now');
  await page.until(() => page.has('button', 'start'));
});

test('row 34: when the server cannot be reached the page says so, and opens when it can', async () => {
  server.weather = 502;
  const page = await PageForTests.open();
  expect(page.heading()).toBe('We cannot reach the server');
  server.weather = 'fine';
  await page.press('Try again now');
  await page.until(() => page.has('button', 'start'));
});

test('row 47: every page of questions says who is answering about whom', async () => {
  const page = await PageForTests.open();
  await page.press('start');
  expect(page.text()).toContain('You are answering as Sam Hill about Ada Okafor.');
});

test('row 45: opening the link, even by something that runs scripts, asks for the questions and changes nothing', async () => {
  await PageForTests.open();
  expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  expect(server.view.rev).toBe(0);
});
