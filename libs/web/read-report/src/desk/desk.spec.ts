import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { type DeskView, of, path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { Desk } from './desk';

const round = '7f9c2a34-1111-4222-8333-444455556666';
const place = { quality: '1', question: 'seen', writer: 'colleague', position: 0 } as const;
const view: DeskView = {
  comments: [{ ...place, who: null, words: 'At the gate each morning.', withheld: null }],
  notes: { text: 'Begin with 1.1.', version: round },
  safeguardingContact: 'Jo Park, extension 204',
  release: { on: null, chosen: false, zone: 'Europe/London', earliest: '2026-12-09', latest: '2027-02-02' },
};

const open = async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Desk);
  fixture.componentRef.setInput('round', round);
  const seen = lookAt(fixture);
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(of(path.desk, round)).flush(view);
  await seen.settle();
  return { seen, server };
};
const WHY = 'Why is this withheld? Only you and a coach after you read the reason.';

test('a coach withholds a comment with a reason, and may show it again', async () => {
  const { seen, server } = await open();
  await seen.press('Withhold comment 1');
  await seen.type(WHY, 'It names a pupil.');
  await seen.press('Withhold this comment');
  const asked = server.expectOne(of(path.withhold, round));
  expect(asked.request.body).toEqual({ ...place, reason: 'It names a pupil.' });
  asked.flush({ ...view, comments: [{ ...view.comments[0], withheld: { reason: 'It names a pupil.', on: '9 December 2026' } }] });
  await seen.settle();
  expect(seen.text()).toContain('Withheld on 9 December 2026: It names a pupil.');
  await seen.press('Show it again : comment 1');
  expect(server.expectOne(of(path.showAgain, round)).request.body).toEqual(place);
});

test('a refused reason stays where it was typed', async () => {
  const { seen, server } = await open();
  await seen.press('Withhold comment 1');
  await seen.type(WHY, 'x');
  await seen.press('Withhold this comment');
  const problem = { code: 'already_released', title: 'The report has been released.', status: 409 };
  server.expectOne(of(path.withhold, round)).flush(problem, { status: 409, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('The report has been released.');
  expect(seen.control(WHY).value).toBe('x');
});

test('the page says whose it is, and whom to tell when a comment raises a concern', async () => {
  const { seen } = await open();
  expect(seen.text()).toContain('Neither the leader nor an administrator sees this page.');
  expect(seen.text()).toContain('Jo Park, extension 204');
});
