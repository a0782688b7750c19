import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { path, type Role, type RoundSummary } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { round } from '../example';
import { Home } from './home';

const summary = (change: Partial<RoundSummary>): RoundSummary => ({
  ...round,
  ...{ closes: round.closes.words, organisation: 'School', choiceDue: false, overdue: false, dayChosen: false },
  ...change,
});

const open = async (roles: Role[], rounds: RoundSummary[], organisations = ['School']) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Home);
  fixture.componentRef.setInput('me', {
    email: 'a@b.c',
    memberships: organisations.map((organisation) => ({ organisation, name: 'A', roles })),
    demo: false,
  });
  const seen = lookAt(fixture);
  await seen.settle();
  TestBed.inject(HttpTestingController).expectOne(path.rounds).flush(rounds);
  await seen.settle();
  return seen;
};

test('a leader without a round is shown how one begins, with the first step lit', async () => {
  const seen = await open(['leader'], []);
  expect(seen.link('Launch a round').getAttribute('href')).toBe('/launch');
  expect(seen.page.querySelector('[aria-current="step"]')?.textContent.trim()).toBe('Prepare');
});

test('a leader with a running round sees its next step and is not offered a second one', async () => {
  const seen = await open(['leader'], [summary({})]);
  expect(seen.text()).toContain('Colleagues can answer until Wednesday 9 December.');
  expect(seen.page.querySelector('[aria-current="step"]')?.textContent.trim()).toBe('Collect');
  expect(seen.page.querySelector('a[href="/launch"]')).toBeNull();
});

test('rounds that are over are told apart by their months, and one next step is lit', async () => {
  const over = { state: 'released' as const, next: '' };
  const seen = await open(
    ['leader'],
    [
      summary({ ...over, closes: 'Wednesday 9 December 2026 at 18:00 (Europe/London)' }),
      summary({ ...over, id: round.id.replace('4', '5'), closes: 'Friday 3 May 2024 at 18:00 (Europe/London)' }),
    ],
  );
  expect(seen.link('December 2026: the report is released')).not.toBeNull();
  expect(seen.link('May 2024: the report is released')).not.toBeNull();
  expect(seen.page.querySelectorAll('[aria-current="step"]')).toHaveLength(1);
  expect(seen.link('Launch a round').getAttribute('href')).toBe('/launch');
});

test('whoever checks a list for a coach finds it first, with the way to it, and no step of the round', async () => {
  const seen = await open(['leader'], [summary({ as: 'approver', colleaguesConfirmed: false, next: 'Please check the list.' })]);
  expect(seen.text()).toMatch(/Lists to check for a coach Ada Okafor Please check the list\./);
  expect(seen.link('Check the list of colleagues').getAttribute('href')).toBe(`/rounds/${round.id}`);
  expect(seen.heading('Lists to check for a coach').closest('section')?.querySelector('[aria-current="step"]')).toBeNull();
});

test('a coach sees who waits for them before those who do not', async () => {
  const coached = { as: 'coach' as const };
  const seen = await open(
    ['coach'],
    [
      summary({ ...coached, id: round.id.replace('4', '5'), leader: { name: 'Iain' } }),
      summary({ ...coached, id: round.id.replace('4', '6'), leader: { name: 'Fatima' }, state: 'sealed' }),
    ],
  );
  expect(seen.text()).toMatch(/Waiting for you.*Fatima.*Waiting for others.*Iain/);
  expect(seen.page.querySelector('a[href="/launch"]')).toBeNull();
});

test('a coach for whom nothing waits reads just that', async () => {
  expect((await open(['coach'], [])).text()).toContain('Nothing waits for you at present.');
});

test('whoever neither leads nor coaches is told so, and not left with an empty page', async () => {
  expect((await open([], [])).text()).toContain('In School you are neither at present.');
});

test('an administrator finds the way to who coaches whom', async () => {
  const seen = await open(['administrator'], []);
  expect(seen.link('See who coaches whom').getAttribute('href')).toBe('/coaching');
  expect(seen.text()).not.toContain('neither at present');
});

test('a coach of two organisations reads at each round which one it is in, and what is overdue', async () => {
  const coached = { as: 'coach' as const, state: 'sealed' as const };
  const seen = await open(
    ['coach'],
    [
      summary({ ...coached, organisation: 'North School' }),
      summary({ ...coached, id: round.id.replace('4', '5'), leader: { name: 'Fatima' }, organisation: 'South School', overdue: true }),
    ],
    ['North School', 'South School'],
  );
  expect(seen.text()).toMatch(/Fatima South School Overdue: .*Ada Okafor North School/);
  expect(seen.page.querySelectorAll('a[href$="/report"].kit-button')).toHaveLength(2);
});

test('a withdrawn report is said, and nobody is led to a page that refuses it', async () => {
  for (const as of ['leader', 'coach'] as const) {
    const seen = await open([as], [summary({ as, state: 'released', withdrawn: true, next: 'The report was withdrawn.' })]);
    expect(seen.text()).toContain('The report was withdrawn');
    expect(seen.page.querySelector('a[href$="/report"]')).toBeNull();
    TestBed.resetTestingModule();
  }
});
