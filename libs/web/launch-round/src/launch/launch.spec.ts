import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { type KeepDraft, type KeptDraft, type LaunchDraft, of, path, type Problem, type RoundAgain } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { options, preview, round } from '../example';
import { Launch } from './launch';

@Component({ selector: 'facet-elsewhere', template: '' })
class Elsewhere {}

const KEY = 'facet.launch-draft.ada@school.example';
/** What is in this browser only. */
const copied = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeepDraft | null;
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((n) => `0000000${n}-0000-4000-8000-000000000000`) as [string, string, string];
const nothing: KeptDraft = { version: null, draft: null, saved: '' };
const BOX = 'Your colleagues';
const LAUNCH = 'Launch the round';

beforeEach(() => {
  localStorage.clear();
});

const open = async (change: Partial<typeof options> = {}, draft = nothing, again?: RoundAgain) => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Elsewhere }])],
  });
  const fixture = TestBed.createComponent(Launch);
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(fixture);
  await seen.settle();
  if (again) fixture.componentRef.setInput('again', round.id);
  server.expectOne(path.launchOptions).flush({ ...options, ...change });
  await seen.settle();
  if (again) {
    server.expectOne(of(path.again, round.id)).flush(again);
    await seen.settle();
  }
  if (!change.current) server.expectOne({ method: 'GET', url: path.launchDraft }).flush(draft);
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

/** Waits until the page saves, and answers with this version, or as a server that refuses. */
const saved = async ({ seen, server }: Page, version: string | Problem) => {
  let sent: KeepDraft | null = null;
  await seen.until(() => {
    for (const request of server.match({ method: 'POST', url: path.launchDraft })) {
      sent = request.request.body as KeepDraft;
      if (typeof version === 'string') request.flush({ version, saved: 'today' });
      else request.flush(version, { status: version.status, statusText: version.title });
    }
    return sent !== null;
  });
  await seen.settle();
  return sent as unknown as KeepDraft;
};
const changedElsewhere: Problem = { code: 'draft_changed_elsewhere', title: 'Elsewhere', status: 409 };
const onServer = (colleagues: string): LaunchDraft => ({
  ...{ id: FIRST, framework: '', coach: '', colleagues, together: {}, minimum: 3, message: '' },
  closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' },
  reminders: options.reminders.usual,
});

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

test('row 31: a double press launches once, and the leader comes to the round with no draft left behind', async () => {
  const { seen, server, router } = await filledIn();
  const id = copied()?.draft.id;
  const button = seen.button(LAUNCH);
  button.click();
  button.click();
  await seen.settle();
  expect(button.disabled).toBe(true);
  const request = server.expectOne(path.rounds);
  expect(request.request.body).toMatchObject({ id, colleagues: 'Sam <sam@school.example>, peer', minimum: 3 });
  request.flush(round);
  await seen.settle();
  expect(router.url).toBe(`/rounds/${round.id}`);
  expect(copied()).toBeNull();
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

test('a draft saves itself on the server, and only what the server has not yet taken is kept in the browser', async () => {
  const page = await filledIn();
  expect(copied()?.draft.colleagues).toBe('Sam <sam@school.example>, peer');
  expect(page.seen.text()).not.toContain('Saved.');
  const sent = await saved(page, FIRST);
  expect(sent).toMatchObject({ version: null, draft: { colleagues: 'Sam <sam@school.example>, peer', coach: options.coaches[0]?.id } });
  expect(page.seen.text()).toContain('Saved. You can go on here or on any other device.');
  expect(copied()).toBeNull();
  await page.seen.type(BOX, 'Jo <jo@school.example>, peer');
  expect((await saved(page, SECOND)).version).toBe(FIRST);
});

test('another device takes up the draft as it was left, and saves nothing that nobody has changed', async () => {
  const { seen, server } = await open({}, { version: FIRST, draft: onServer('Jo <jo@school.example>'), saved: 'yesterday' });
  expect(seen.control(BOX).value).toBe('Jo <jo@school.example>');
  expect(seen.text()).toContain('Saved.');
  expect(copied()).toBeNull();
  server.expectNone({ method: 'POST', url: path.launchDraft });
});

test('a server that cannot be reached: the page says so, keeps a copy, and tries until it is taken', async () => {
  const page = await filledIn();
  await saved(page, { code: 'down', title: 'Down', status: 503 });
  expect(page.seen.text()).toContain('Not saved yet: we will try again. What you typed is kept in this browser.');
  TestBed.resetTestingModule();

  const next = await open();
  expect(next.seen.control(BOX).value).toBe('Sam <sam@school.example>, peer');
  window.dispatchEvent(new Event('online'));
  expect((await saved(next, FIRST)).draft.colleagues).toBe('Sam <sam@school.example>, peer');
  expect(copied()).toBeNull();
});

test('two devices: both lists stand side by side until the leader chooses, and neither is overwritten unseen', async () => {
  const begin = async () => {
    const page = await open({}, { version: FIRST, draft: onServer(''), saved: '' });
    await page.seen.type(BOX, 'Sam <sam@school.example>');
    await saved(page, changedElsewhere);
    page.server
      .expectOne({ method: 'GET', url: path.launchDraft })
      .flush({ version: SECOND, draft: { ...onServer('Jo <jo@school.example>'), message: 'Hello' }, saved: 'Tuesday at 14:05' });
    await page.seen.settle();
    expect(page.seen.text()).toContain('This draft was changed somewhere else');
    expect(page.seen.text()).toContain('saved on Tuesday at 14:05. They also differ in your message.');
    expect([...page.seen.page.querySelectorAll('pre')].map((list) => list.textContent)).toEqual([
      'Sam <sam@school.example>',
      'Jo <jo@school.example>',
    ]);
    return page;
  };
  const mine = await begin();
  await mine.seen.press('Go on with what is here');
  expect(await saved(mine, THIRD)).toMatchObject({ version: SECOND, draft: { colleagues: 'Sam <sam@school.example>' } });
  TestBed.resetTestingModule();

  const theirs = await begin();
  await theirs.seen.press('Go on with what was saved there');
  expect(theirs.seen.control(BOX).value).toBe('Jo <jo@school.example>');
  expect(theirs.seen.text()).not.toContain('changed somewhere else');
  expect(copied()).toBeNull();
});

test('whoever comes back to a page finds what they typed elsewhere meanwhile, or that it was launched there', async () => {
  const { seen, server } = await open({}, { version: FIRST, draft: onServer('Sam'), saved: '' });
  const comeBack = async (kept: KeptDraft) => {
    document.dispatchEvent(new Event('visibilitychange'));
    await seen.settle();
    server.expectOne({ method: 'GET', url: path.launchDraft }).flush(kept);
    await seen.settle();
  };
  await comeBack({ version: SECOND, draft: onServer('Jo'), saved: '' });
  expect(seen.control(BOX).value).toBe('Jo');
  await comeBack(nothing);
  expect(seen.text()).toContain('launched or discarded');
});

test('a round is asked again: into an empty draft at once, in place of another only when the leader says so', async () => {
  const again: RoundAgain = {
    ...{ framework: '', coach: options.coaches[1]?.id ?? '', minimum: 3, message: '' },
    ...{ colleagues: 'Kim <kim@school.example>, peer', together: { peer: 'direct_report' } },
  };
  const first = await open({}, nothing, again);
  expect(first.seen.control(BOX).value).toBe('Kim <kim@school.example>, peer');
  expect(await saved(first, FIRST)).toMatchObject({
    draft: { coach: again.coach, together: again.together, closing: { date: '2026-12-09' } },
  });
  TestBed.resetTestingModule();

  const second = await open({}, { version: FIRST, draft: onServer('Sam'), saved: '' }, again);
  expect(second.seen.control(BOX).value).toBe('Sam');
  await second.seen.press('Begin anew with the earlier list');
  expect(second.seen.control(BOX).value).toBe('Kim <kim@school.example>, peer');
  expect((await saved(second, SECOND)).version).toBe(FIRST);
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
  const page = await filledIn();
  const { seen } = page;
  const id = copied()?.draft.id;
  await seen.press('Discard this draft');
  expect(seen.control(BOX).value).toBe('Sam <sam@school.example>, peer');
  await seen.press('Discard the draft');
  expect(seen.control(BOX).value).toBe('');
  const { draft } = await saved(page, FIRST);
  expect(draft.colleagues).toBe('');
  expect(draft.id).not.toBe(id);
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
  expect(copied()?.draft.colleagues).toBe('Sam <sam@school.example>, peer');
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
  expect(page.seen.text()).toContain('The small print at its end How to check this mail.');
  expect(page.seen.text()).toContain('You are answering as Sam.');
  expect(page.seen.page.querySelector('img, b, iframe')).toBeNull();
});

test('a browser that keeps nothing says so while something is unsaved, and the page works all the same', async () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const page = await filledIn();
  await saved(page, { code: 'down', title: 'Down', status: 503 });
  expect(page.seen.text()).toContain('Leave the page open meanwhile.');
  await page.seen.press(LAUNCH);
  page.server.expectOne(path.rounds).flush(round);
  full.mockRestore();
});

test('a list without groups: a digit gives a colleague theirs and goes on to the next', async () => {
  const page = await filledIn();
  const { seen } = page;
  await seen.type(BOX, 'Sam <sam@school.example>\nBo <bo@school.example>');
  const groupless = ['Sam', 'Bo'].map((name, at) => ({ line: at + 1, name, email: `${name.toLowerCase()}@school.example` }));
  await previewed(page, {
    ...preview,
    read: { colleagues: [], groupless, errors: [{ line: 1, message: 'The group is missing.' }], warnings: [] },
  });
  const radios = [...seen.page.querySelectorAll<HTMLInputElement>('facet-group-chips input')];
  const named = (person: string) => radios.filter((radio) => radio.closest('fieldset')?.textContent.includes(`Group of ${person}`));
  named('Sam')[0]?.focus();
  for (const key of ['1', '2']) {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await seen.settle();
  }
  expect(seen.control(BOX).value).toBe('Sam <sam@school.example>, peer\nBo <bo@school.example>, direct report');
  expect(named('Bo')).toContain(document.activeElement);
});
