import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { type ApproverView, type ListView, of, path, type RoundPage } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { round } from '../example';
import { Round } from './round';

const jo = { id: '55555555-5555-4555-8555-555555555555', name: 'Jo', email: 'jo@school.example' };
const nobody: ApproverView = { approver: null, people: [jo] };
const named: ApproverView = { ...nobody, approver: { id: jo.id, name: 'Jo', until: 'Tuesday 1 December 2026 at 23:59 (Europe/London)' } };

// The browser's own dialog, as far as this page uses it: jsdom has none.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = jest.fn();
});

const open = async (page: RoundPage) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Round);
  fixture.componentRef.setInput('round', round.id);
  fixture.componentRef.setInput('me', { email: 'ruth@school.example', memberships: [], demo: false });
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(fixture);
  await seen.settle();
  server.expectOne(of(path.round, round.id)).flush(page);
  await seen.settle();
  return { seen, server };
};

test('a coach lets somebody check the list until a day, and takes it back', async () => {
  const { seen, server } = await open({ ...round, as: 'coach' });
  server.expectOne(of(path.approver, round.id)).flush(nobody);
  await seen.settle();
  await seen.press('Let them check the list');
  server.expectNone(({ method }) => method === 'POST');
  expect(seen.text()).toContain('Choose somebody.');
  await seen.type('Who checks the list', jo.id);
  await seen.type('Until the end of', '2026-12-01');
  await seen.press('Let them check the list');
  const name = server.expectOne(({ method }) => method === 'POST');
  expect([name.request.url, name.request.body]).toEqual([of(path.approver, round.id), { person: jo.id, until: '2026-12-01' }]);
  name.flush(named);
  await seen.settle();
  server.expectOne(of(path.round, round.id)).flush({ ...round, as: 'coach' });
  server.expectOne(of(path.approver, round.id)).flush(named);
  await seen.settle();
  expect(seen.text()).toContain('Jo may check the list as well, until Tuesday 1 December 2026 at 23:59 (Europe/London)');
  await seen.press('Take it back from Jo');
  server.expectOne(of(path.endApprover, round.id)).flush(nobody);
});

test('a leader is not asked who checks the list', async () => {
  const { seen, server } = await open(round);
  server.expectNone(of(path.approver, round.id));
  expect(seen.text()).not.toContain('in your stead');
});

const { id, leader, coach, colleagues, groups, minimum, remarks } = round;
const list: ListView = {
  ...{ id, leader, coach, groups, minimum, remarks, list: 'list', colleaguesConfirmed: false, promised: ['Peers', 'Direct reports'] },
  ...{ as: 'approver', until: round.closes.words, next: 'Please check the list of colleagues.' },
  colleagues: colleagues.map((one) => ({ ...one, checked: false, marks: one.outside ? ['Outside the organisation'] : [] })),
};

test('whoever checks in the coach’s stead sees the list with its marks and confirms it, and nothing else of the round', async () => {
  const { seen, server } = await open(list);
  expect(seen.text()).toMatch(/Gus gus@council.example Outside the organisation/);
  expect(seen.text()).toContain('Peers Direct reports');
  expect(seen.text()).not.toMatch(/Answers so far|enough|Cancel the round|Closing|What colleagues receive/);
  await seen.press('Confirm the list and let the invitations leave');
  const confirm = server.expectOne(of(path.confirmColleagues, id));
  expect(confirm.request.body).toEqual({ list: 'list' });
  confirm.flush(list);
  await seen.settle();
  server.expectOne(of(path.round, id)).flush({ ...list, colleagues: [], next: 'Nobody waits.' });
  await seen.settle();
  expect(seen.text()).toContain('The list is confirmed.');
  expect(seen.buttons().join()).not.toContain('Confirm the list');
});
