import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { path, type Problem } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { options, preview, round } from '../example';
import { Launch } from './launch';

@Component({ selector: 'facet-elsewhere', template: '' })
class Elsewhere {}

const KEY = 'facet.launch-draft.ada@school.example';
const kept = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as { id: string; colleagues: string } | null;
const BOX = 'Your colleagues';
const LAUNCH = 'Launch the round';

beforeEach(() => {
  localStorage.clear();
});

const open = async (change: Partial<typeof options> = {}) => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Elsewhere }])],
  });
  const fixture = TestBed.createComponent(Launch);
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(fixture);
  await seen.settle();
  server.expectOne(path.launchOptions).flush({ ...options, ...change });
  await seen.settle();
  return { seen, server, router: TestBed.inject(Router) };
};
type Page = Awaited<ReturnType<typeof open>>;

/** Waits until the typing has paused and the server was asked, and answers. */
const previewed = async ({ seen, server }: Page, answer = preview) => {
  await seen.until(
    () =>
      server
        .match(path.launchPreview)
        .filter((request) => !request.cancelled)
        .map((request) => request.flush(answer)).length > 0,
  );
  await seen.settle();
};

const filledIn = async () => {
  const page = await open();
  await page.seen.type(BOX, 'Sam <sam@school.example>, peer');
  await page.seen.type('Coach', options.coaches[0]?.id ?? '');
  return page;
};
const refuse = async ({ seen, server }: Page, problem: Problem) => {
  server.expectOne(path.rounds).flush(problem, { status: problem.status, statusText: String(problem.status) });
  await seen.settle();
};

test('row 31: a double press launches once, and the leader comes to the round', async () => {
  const { seen, server, router } = await filledIn();
  const button = seen.button(LAUNCH);
  button.click();
  button.click();
  await seen.settle();
  expect(button.disabled).toBe(true);
  const request = server.expectOne(path.rounds);
  expect(request.request.body).toMatchObject({ id: kept()?.id, colleagues: 'Sam <sam@school.example>, peer', minimum: 3 });
  request.flush(round);
  await seen.settle();
  expect(router.url).toBe(`/rounds/${round.id}`);
  expect(kept()).toBeNull();
});

test('row 31: after a lost answer the same press sends the same id again', async () => {
  const page = await filledIn();
  await page.seen.press(LAUNCH);
  const first = page.server.expectOne(path.rounds);
  first.error(new ProgressEvent('error'));
  await page.seen.settle();
  expect(page.seen.text()).toContain('We cannot reach the server Nothing is lost');
  await page.seen.press(LAUNCH);
  expect((page.server.expectOne(path.rounds).request.body as { id: string }).id).toBe((first.request.body as { id: string }).id);
});

test('a second tab takes up the same draft with the same id', async () => {
  const first = await filledIn();
  const id = kept()?.id;
  TestBed.resetTestingModule();
  const second = await open();
  expect(second.seen.control(BOX).value).toBe('Sam <sam@school.example>, peer');
  expect(kept()?.id).toBe(id);
  expect(first.seen.page).not.toBe(second.seen.page);
});

test('a tab follows what another one types, and learns that the draft was launched there', async () => {
  const { seen } = await filledIn();
  const typed = JSON.stringify({ ...kept(), colleagues: 'Jo <jo@school.example>, peer' });
  window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: typed }));
  await seen.settle();
  expect(seen.control(BOX).value).toBe('Jo <jo@school.example>, peer');
  localStorage.removeItem(KEY);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: null }));
  await seen.settle();
  expect(seen.text()).toContain('launched or discarded in another tab');
  expect(kept()).toBeNull();
});

test('rows 7, 63: refusals stand at their fields, the summary has the focus, and every typed word stays', async () => {
  const page = await filledIn();
  await page.seen.press(LAUNCH);
  await refuse(page, {
    code: 'invalid',
    title: 'Not launched',
    status: 400,
    errors: [
      { field: 'colleagues', line: 1, message: 'You cannot be your own peer.' },
      { field: 'closing.date', message: 'This day is past.' },
    ],
  });
  const { seen } = page;
  expect(document.activeElement).toBe(seen.heading('Not launched yet: this needs your attention'));
  expect(seen.control(BOX).getAttribute('aria-invalid')).toBe('true');
  expect(seen.control('Closing day').getAttribute('aria-invalid')).toBe('true');
  expect(seen.control(BOX).value).toBe('Sam <sam@school.example>, peer');
  await seen.press('This day is past.');
  expect(document.activeElement).toBe(seen.control('Closing day'));
  await seen.type(BOX, 'Jo <jo@school.example>, peer');
  expect(seen.text()).not.toContain('You cannot be your own peer.');
  expect(seen.text()).toContain('This day is past.');
});

test('a refusal that another change has overtaken does not keep the round from being launched', async () => {
  const page = await filledIn();
  await page.seen.press(LAUNCH);
  await refuse(page, {
    code: 'invalid',
    title: 'x',
    status: 400,
    errors: [{ field: 'colleagues', line: 1, message: 'Ruth is your coach.' }],
  });
  await page.seen.type('Coach', options.coaches[1]?.id ?? '');
  await page.seen.press(LAUNCH);
  page.server.expectOne(path.rounds).flush(round);
});

test('a draft is discarded only after one more question, and the next one is another round', async () => {
  HTMLDialogElement.prototype.showModal = jest.fn();
  HTMLDialogElement.prototype.close = jest.fn();
  const { seen } = await filledIn();
  const id = kept()?.id;
  await seen.press('Discard this draft');
  expect(seen.control(BOX).value).toBe('Sam <sam@school.example>, peer');
  await seen.press('Discard the draft');
  expect(seen.control(BOX).value).toBe('');
  expect(kept()?.id).not.toBe(id);
});

test('a page that nobody has touched blames nobody', async () => {
  const page = await open();
  const empty = {
    ...preview,
    read: { colleagues: [], groupless: [], errors: [{ line: 1, message: 'There are no colleagues here yet.' }], warnings: [] },
  };
  await previewed(page, empty);
  expect(page.seen.text()).not.toContain('There are no colleagues here yet.');
});

test('what is plainly missing is said without asking the server', async () => {
  const { seen, server } = await open();
  await seen.press(LAUNCH);
  server.expectNone(path.rounds);
  expect(seen.buttons()).toEqual(expect.arrayContaining(['Choose a coach.', 'Write or paste the colleagues you would like to hear from.']));
});

test('a leader whose round is still running is led to it, and so is one who meets it at the press', async () => {
  const running = await open({ current: round.id });
  expect(running.seen.link('Go to that round').getAttribute('href')).toBe(`/rounds/${round.id}`);
  TestBed.resetTestingModule();

  const page = await filledIn();
  await page.seen.press(LAUNCH);
  await refuse(page, { code: 'already_open', title: 'You have a round already.', status: 409 });
  page.server.expectOne(path.launchOptions).flush({ ...options, current: round.id });
  await page.seen.settle();
  expect(page.seen.link('Go to that round').getAttribute('href')).toBe(`/rounds/${round.id}`);
  expect(kept()?.colleagues).toBe('Sam <sam@school.example>, peer');
});

test('a group below four asks, with its forecast; the choice goes with the launch', async () => {
  const page = await filledIn();
  await previewed(page);
  const { seen, server } = page;
  expect(seen.text()).toContain('3 invited: about one chance in three of being shown.');
  seen.control('Answer together with direct reports').click();
  await seen.settle();
  await seen.press(LAUNCH);
  expect(server.expectOne(path.rounds).request.body).toMatchObject({ together: { peer: 'direct_report' } });
});

test('reminders are as usual and folded away; what a leader chooses instead goes with the launch', async () => {
  const { seen, server } = await filledIn();
  expect(seen.text()).toContain('Reminders: the first after 7 days, then 3 days apart or more, at most 3');
  expect(seen.page.querySelector('facet-reminders details')?.hasAttribute('open')).toBe(false);
  await seen.type('First, days after the invitation', '4');
  await seen.type('For one colleague, at most', '1');
  seen.control('Remind shortly before the round closes').click();
  await seen.settle();
  expect(seen.text()).toContain('Reminders: one at most');
  await seen.press(LAUNCH);
  expect(server.expectOne(path.rounds).request.body).toMatchObject({
    reminders: { firstDays: 4, spacingDays: 3, most: 1, closingSoon: false },
  });
});

test('row 23: the leader reads the mail as everyone will receive it, as text and never as markup', async () => {
  const page = await filledIn();
  await previewed(page);
  expect(page.seen.text()).toContain('<b>Ada</b> asks.');
  expect(page.seen.text()).toContain('You are answering as Sam.');
  expect(page.seen.page.querySelector('img, b, iframe')).toBeNull();
});

test('a browser that keeps nothing says so, and the page works all the same', async () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { seen, server } = await filledIn();
  expect(seen.text()).toContain('This browser keeps no draft');
  await seen.press(LAUNCH);
  server.expectOne(path.rounds).flush(round);
  full.mockRestore();
});
