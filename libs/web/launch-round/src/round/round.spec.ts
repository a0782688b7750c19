import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { of, path, type RoundView } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { round } from '../example';
import { Round } from './round';

const me = { email: 'ada@school.example', memberships: [], demo: false };
const address = of(path.round, round.id);

// The browser's own dialog, as far as this page uses it: jsdom has none.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = jest.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close = jest.fn(function (this: HTMLDialogElement) {
    this.open = false;
  });
});

const open = async (change: Partial<RoundView> = {}) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Round);
  fixture.componentRef.setInput('round', round.id);
  fixture.componentRef.setInput('me', me);
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(fixture);
  await seen.settle();
  server.expectOne(address).flush({ ...round, ...change });
  await seen.settle();
  return { seen, server };
};

test('a leader sees one word for each group, and about a colleague nothing but an address that needs fixing', async () => {
  const { seen } = await open();
  expect(seen.text()).toContain('Peers enough Direct reports not yet enough');
  expect(seen.text()).toContain('Sam sam@school.example Gus gus@council.example This address needs fixing: no such mailbox');
  expect(seen.text()).not.toMatch(/\d+ of \d+|answered on|Outside address/);
});

test('a coach checks the list with its outside addresses before any invitation leaves', async () => {
  const { seen, server } = await open({ as: 'coach', colleaguesConfirmed: false });
  expect(seen.text()).toContain('Outside address');
  expect(seen.text()).not.toContain('Answers so far');
  await seen.press('Confirm the list and let the invitations leave');
  const confirm = server.expectOne(of(path.confirmColleagues, round.id));
  expect(confirm.request.method).toBe('POST');
  confirm.flush(round);
  await seen.settle();
  server.expectOne(address).flush({ ...round, as: 'coach' });
  await seen.settle();
  expect(seen.text()).toContain('The list is confirmed.');
  expect(document.activeElement?.textContent).toContain('The list is confirmed.');
  expect(seen.buttons()).not.toContain('Confirm the list and let the invitations leave');
});

test('a leader does not confirm their own list', async () => {
  const { seen } = await open({ colleaguesConfirmed: false });
  expect(seen.buttons().join()).not.toContain('Confirm the list');
});

test('a round is cancelled only after one more question', async () => {
  const { seen, server } = await open();
  const [first, , confirmed] = [...seen.page.querySelectorAll('button')].filter((button) => /Cancel|Keep/.test(button.textContent));
  first?.click();
  await seen.settle();
  server.expectNone(of(path.cancel, round.id));
  expect(seen.page.querySelector('dialog')?.open).toBe(true);
  confirmed?.click();
  await seen.settle();
  server.expectOne(of(path.cancel, round.id)).flush({ ...round, state: 'cancelled' });
});

test('row 38: the coach of a short round reads in words what a report would show, and chooses', async () => {
  const { seen, server } = await open({ as: 'coach', state: 'closed' });
  server.expectOne(of(path.seal, round.id)).flush({ words: ['Peers would be shown.'], sealsByItself: 'Wednesday 16 December 2026' });
  await seen.settle();
  expect(seen.text()).toContain('Peers would be shown.');
  expect(seen.text()).toContain('by itself on Wednesday 16 December 2026');
  expect(seen.buttons()).toEqual(expect.arrayContaining(['Make the report now', 'Extend the round']));
});

test('row 63: a closing in the past is refused at the day, and the typed day stays', async () => {
  const { seen, server } = await open();
  await seen.press('Move the closing');
  await seen.type('Closing day', '2020-01-01');
  await seen.press('Move the closing');
  const move = server.expectOne(of(path.closing, round.id));
  expect(move.request.body).toEqual({ date: '2020-01-01', time: '18:00', zone: 'Europe/London' });
  const refusal = { code: 'invalid', title: 'x', status: 400, errors: [{ field: 'closing.date', message: 'This day is past.' }] };
  move.flush(refusal, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.control('Closing day').getAttribute('aria-invalid')).toBe('true');
  expect(seen.control('Closing day').value).toBe('2020-01-01');
});

test('by keyboard the form for the closing opens at its first field and gives the focus back', async () => {
  const { seen } = await open();
  await seen.press('Move the closing');
  expect(document.activeElement).toBe(seen.control('Closing day'));
  await seen.press('Leave it as it is');
  expect(document.activeElement).toBe(seen.button('Move the closing'));
});

test('the coach corrects an address that mail does not reach; the leader cannot', async () => {
  const { seen, server } = await open({ as: 'coach' });
  await seen.type('The right address of Gus', 'gus.ward@council.example');
  await seen.press('Correct it and invite again');
  expect(server.expectOne(of(path.address, round.id)).request.body).toEqual({
    from: 'gus@council.example',
    to: 'gus.ward@council.example',
  });
  TestBed.resetTestingModule();
  expect((await open()).seen.buttons()).not.toContain('Correct it and invite again');
});

test('the report is linked for its coach when it is made, for its leader only when it is released', async () => {
  const linked = async (change: Partial<RoundView>) => {
    TestBed.resetTestingModule();
    const { seen } = await open(change);
    return seen.page.querySelector(`a[href="/rounds/${round.id}/report"]`) !== null;
  };
  expect([
    await linked({ as: 'coach', state: 'sealed' }),
    await linked({ as: 'leader', state: 'sealed' }),
    await linked({ as: 'leader', state: 'released' }),
    await linked({ as: 'coach', state: 'closed' }),
  ]).toEqual([true, false, true, false]);
});

test('row 51: a round that is not theirs looks like one that does not exist', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Round);
  fixture.componentRef.setInput('round', round.id);
  fixture.componentRef.setInput('me', me);
  const seen = lookAt(fixture);
  await seen.settle();
  const problem = { code: 'not_found', title: 'There is no such round', status: 404 };
  TestBed.inject(HttpTestingController).expectOne(address).flush(problem, { status: 404, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('There is no such round');
  expect(seen.buttons()).not.toContain('Try again');
});
