import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { type CoachingView, of, path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { round } from '../example';
import { Coaching } from './coaching';

const ruth = { id: '22222222-2222-4222-8222-222222222222', name: 'Ruth', email: 'ruth@school.example' };
const mark = { id: '33333333-3333-4333-8333-333333333333', name: 'Mark', email: 'mark@coaching.example' };
const view: CoachingView = {
  rounds: [{ id: round.id, leader: 'Ada Okafor', coach: { id: ruth.id, name: ruth.name }, closes: 'Wednesday 9 December 2026' }],
  coaches: [ruth, mark],
};

const open = async (found: CoachingView = view) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const seen = lookAt(TestBed.createComponent(Coaching));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.coaching).flush(found);
  await seen.settle();
  return { seen, server };
};
const GIVE = 'Give the round to this coach : Ada Okafor';

test('an administrator gives a round to another coach, and the focus goes to what was done', async () => {
  const { seen, server } = await open();
  expect(seen.button(GIVE).disabled).toBe(true);
  await seen.type('Coach of Ada Okafor', mark.id);
  await seen.press(GIVE);
  const give = server.expectOne(of(path.coach, round.id));
  expect(give.request.body).toEqual({ coach: mark.id });
  give.flush({ ...view, rounds: [{ ...view.rounds[0], coach: { id: mark.id, name: mark.name } }] });
  await seen.settle();
  expect(document.activeElement?.textContent).toBe('Mark coaches the round of Ada Okafor from now on.');
});

test('row 59: a coach who is asked in the round is refused at the choice, and the choice stays', async () => {
  const { seen, server } = await open();
  await seen.type('Coach of Ada Okafor', mark.id);
  await seen.press(GIVE);
  const problem = { code: 'invalid', title: 'x', status: 400, errors: [{ field: 'coach', message: 'Choose another coach.' }] };
  server.expectOne(of(path.coach, round.id)).flush(problem, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('Choose another coach.');
  expect(seen.control('Coach of Ada Okafor').value).toBe(mark.id);
});

test('a coach who is not offered any more stays chosen until the round is given to another', async () => {
  const { seen } = await open({ ...view, coaches: [mark] });
  expect(seen.control('Coach of Ada Okafor').value).toBe(ruth.id);
  expect(seen.button(GIVE).disabled).toBe(true);
});

test('where there is one coach, nothing is offered that cannot be done, and the way to a second one is shown', async () => {
  const { seen } = await open({ ...view, coaches: [ruth] });
  expect(seen.buttons()).not.toContain(GIVE);
  expect(seen.text()).toContain('Coach: Ruth');
  expect(seen.link('Say who else may coach').getAttribute('href')).toBe('/people');
});

test('a school without rounds is told when they will appear', async () => {
  expect((await open({ rounds: [], coaches: [ruth] })).seen.text()).toContain('No rounds yet');
});
