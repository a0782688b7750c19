import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { type MailRoomView, path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { MailRoom } from './mail-room';

const quiet: MailRoomView = {
  organisation: 'Hill Street School',
  hours: 'Monday to Friday between 08:00 and 18:00 (Europe/London)',
  oldestMinutes: null,
  kinds: [],
  troubled: [],
  reminders: [
    { day: '2026-12-03', atLeast: 20 },
    { day: '2026-12-02', atLeast: 0 },
  ],
};
const none = { sent: 0, waiting: 0, held: 0, deferred: 0, rejected: 0, unknown: 0, expired: 0 };

const open = async (view: MailRoomView) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const seen = lookAt(TestBed.createComponent(MailRoom));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.mailRoom).flush(view);
  server.expectOne(path.letters).flush({
    letters: [
      { letter: 'invitation', name: 'Invitation', to: 'each colleague', own: true },
      { letter: 'report_ready', name: 'Report ready', to: 'the coach', own: false },
    ],
  });
  await seen.settle();
  return seen;
};
const headings = (page: HTMLElement): string[] => [...page.querySelectorAll('th[scope=col]')].map(({ textContent }) => textContent.trim());

test('before the first mail the page says when there will be one', async () => {
  const seen = await open(quiet);
  expect(seen.text()).toContain('No mail yet. The first leaves when somebody signs in');
  expect(seen.text()).toContain('Every mail has arrived, as far as anybody can tell.');
  expect(seen.text()).not.toContain('Mail is stuck');
});

test('what was sent and what waits is always told, and what went wrong only where something did', async () => {
  const seen = await open({ ...quiet, kinds: [{ name: 'Invitation', ...none, sent: 12, deferred: 2 }] });
  expect(headings(seen.page)).toEqual(['Letter', 'Sent', 'Waiting', 'To be tried again']);
  expect(seen.text()).toContain('Invitation 12 0 2');
});

test('each mail that did not arrive says whose it is, what became of it and what to do', async () => {
  const kim = { id: '22222222-2222-4222-8222-222222222222', name: 'Invitation', recipient: 'Kim Lee', email: 'kim@hill.example' };
  const whatToDo = 'The coach of the round of Ada Okafor can correct the address.';
  const seen = await open({ ...quiet, troubled: [{ ...kim, state: 'rejected', reply: '550 <no> such user', whatToDo }] });
  expect(seen.heading('Kim Lee kim@hill.example')).toBeTruthy();
  expect(seen.text()).toContain('Invitation. The mail server refused it. In the mail server’s words: 550 <no> such user');
  expect(seen.text()).toContain(whatToDo);
});

test.each([
  [9, null],
  [10, '10 minutes'],
  [150, '2 hours'],
  [3_000, '2 days'],
])('mail that has been due for %s minutes is called stuck: %s', async (oldestMinutes, words) => {
  const seen = await open({ ...quiet, oldestMinutes });
  if (words === null) expect(seen.text()).not.toContain('Mail is stuck');
  else expect(seen.text()).toContain(`Mail is stuck The oldest mail that is due has been waiting for ${words}`);
});

test('reminders are told for whole days, in tens, and the page says why', async () => {
  const seen = await open(quiet);
  expect(seen.text()).toContain('Thursday 3 December 20 or more Wednesday 2 December Fewer than 10');
  expect(seen.text()).toContain('never who was reminded');
});

test('every letter leads to its own page, and says whether it has words of its own', async () => {
  const seen = await open(quiet);
  expect(seen.link('Invitation').getAttribute('href')).toBe('/mail/invitation');
  expect(seen.text()).toContain('Invitation To each colleague. In your own words Report ready To the coach');
});
