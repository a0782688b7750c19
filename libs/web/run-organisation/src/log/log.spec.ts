import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, test } from '@jest/globals';
import { type LogView, path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { Log } from './log';

const hillStreet = { id: '44444444-4444-4444-8444-444444444444', name: 'Hill Street' };
const ruth = { id: '22222222-2222-4222-8222-222222222222', name: 'Ruth Vale' };
const view: LogView = {
  organisation: hillStreet,
  entries: [
    { number: 9, day: 'Tuesday 24 November 2026', time: '10:05', words: 'Ruth Vale signed in with a code by mail.' },
    { number: 8, day: 'Tuesday 24 November 2026', time: '09:00', words: 'Ines Moreau read the report of Ada Okafor, as coach.' },
    { number: 7, day: 'Monday 23 November 2026', time: '16:30', words: 'Facet itself sealed the round of Ada Okafor: its report is made.' },
  ],
  people: [ruth],
  below: 7,
};

const open = async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const seen = lookAt(TestBed.createComponent(Log));
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(path.organisations).flush([hillStreet]);
  server.expectOne(path.log).flush(view);
  await seen.settle();
  const choose = async (name: string, value: string) => {
    const select = [...seen.page.querySelectorAll('select')].find((one) => one.labels[0]?.textContent.includes(name));
    if (!select) throw new Error(`there is no choice ${name}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await seen.settle();
  };
  return { seen, server, choose };
};

test('an administrator reads what was done, newest first, by day', async () => {
  const { seen } = await open();
  const days = [...seen.page.querySelectorAll('h2')].map((one) => one.textContent.trim());
  expect(days).toEqual(['Tuesday 24 November 2026', 'Monday 23 November 2026']);
  expect([...seen.page.querySelectorAll('li')].map((one) => one.textContent.trim())).toEqual(
    view.entries.map(({ time, words }) => `${time}${words}`),
  );
});

test('they look for a topic and a person, and read on below what they have seen', async () => {
  const { seen, server, choose } = await open();
  await choose('About', 'reports');
  server.expectOne(`${path.log}?topic=reports`).flush(view);
  await choose('Person', ruth.id);
  server.expectOne(`${path.log}?topic=reports&person=${ruth.id}`).flush(view);
  await seen.settle();
  await seen.press('Show older entries');
  server.expectOne(`${path.log}?topic=reports&person=${ruth.id}&below=7`).flush({ ...view, entries: [], below: null });
  await seen.settle();
  expect(seen.text()).toContain('Nothing like that is in the log.');
  await seen.press('Show the newest');
  server.expectOne(`${path.log}?topic=reports&person=${ruth.id}`).flush(view);
});
