import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { type ExpectationsView, of, path, type WriteExpectations } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { round } from '../example';
import { Expectations } from './expectations';

const url = of(path.expectations, round.id);
const NOTE = 'What do you expect them to say? (optional)';
const LEVEL = 'On the whole, colleagues will have seen this…';
const [FIRST, SECOND] = [1, 2].map((n) => `0000000${n}-0000-4000-8000-000000000000`) as [string, string];
const view: ExpectationsView = {
  leader: 'Ada Okafor',
  scale: [
    { value: 1, label: 'Not yet seen' },
    { value: 2, label: 'Seen a little' },
  ],
  qualities: [{ code: '1', name: 'Reflection', definition: 'Thinks first.' }],
  questions: ['What would you like to achieve?'],
  expected: { qualities: [{ code: '1', level: null, note: '' }], reflection: [''] },
  ...{ version: null, written: null, mayWrite: true, released: false },
};

beforeEach(() => localStorage.clear());

const open = async (shown: Partial<ExpectationsView> = {}) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Expectations);
  fixture.componentRef.setInput('round', round.id);
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(fixture);
  await seen.settle();
  server.expectOne({ method: 'GET', url }).flush({ ...view, ...shown });
  await seen.settle();
  return { seen, server };
};

test('what the leader writes is saved as they go, and a press says that this is it', async () => {
  const { seen, server } = await open();
  expect(seen.text()).toContain('1 Reflection');
  await seen.type(LEVEL, '2');
  await seen.type(NOTE, 'They will say that I interrupt.');
  const written = { qualities: [{ code: '1', level: 2, note: 'They will say that I interrupt.' }], reflection: [''] };
  let sent: WriteExpectations | null = null;
  await seen.until(() => {
    for (const request of server.match({ method: 'POST', url })) {
      sent = request.request.body as WriteExpectations;
      request.flush({ ...view, expected: written, version: FIRST });
    }
    return sent !== null;
  });
  expect(sent).toEqual({ version: null, expected: written, done: false });
  await seen.settle();
  expect(seen.text()).toContain('Saved.');
  seen.button('This is what I expect').click();
  await seen.settle();
  const done = server.expectOne({ method: 'POST', url });
  expect(done.request.body).toEqual({ version: FIRST, expected: written, done: true });
  done.flush({ ...view, expected: written, version: SECOND, written: 'Tuesday at 12:00' });
  await seen.settle();
  expect(seen.text()).toContain('Noted: this is what you expect.');
  expect(seen.text()).toContain('Noted on Tuesday at 12:00');
});

test('after the release it is read and no longer written', async () => {
  const expected = { qualities: [{ code: '1', level: 2, note: 'I interrupt.' }], reflection: [''] };
  const { seen, server } = await open({ expected, version: FIRST, written: 'Tuesday at 12:00', mayWrite: false, released: true });
  expect(seen.text()).toContain('Expected: 2 seen a little');
  expect(seen.text()).toContain('I interrupt.');
  expect(seen.text()).toContain('Left open');
  expect(seen.page.querySelector('textarea, select')).toBeNull();
  server.expectNone({ method: 'POST', url });
});

test('what another device saved meanwhile is not overwritten before the leader chooses', async () => {
  const copy = { version: FIRST, expected: { qualities: [{ code: '1', level: null, note: 'Here' }], reflection: [''] }, done: false };
  localStorage.setItem(`facet.expectations.${round.id}`, JSON.stringify(copy));
  const theirs = { qualities: [{ code: '1', level: 1, note: 'There' }], reflection: [''] };
  const { seen, server } = await open({ version: SECOND, expected: theirs });
  expect(seen.control(NOTE).value).toBe('Here');
  expect(seen.text()).toContain('This was changed somewhere else');
  await seen.press('Go on with what was saved there');
  server.expectOne({ method: 'GET', url }).flush({ ...view, version: SECOND, expected: theirs });
  await seen.settle();
  expect(seen.control(NOTE).value).toBe('There');
  expect(localStorage.getItem(`facet.expectations.${round.id}`)).toBeNull();
  server.expectNone({ method: 'POST', url });
});
