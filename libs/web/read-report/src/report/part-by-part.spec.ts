import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { example } from '@facet/report-in-words/examples';
import { ReportPage } from './report-page';

let waiting: IdleRequestCallback[] = [];

/** A browser that is idle when the test says so; jsdom itself never is. */
beforeEach(() => {
  waiting = [];
  window.requestIdleCallback = (work) => waiting.push(work);
  window.cancelIdleCallback = (asked) => waiting.splice(asked - 1, 1);
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
});

afterEach(() => {
  Reflect.deleteProperty(window, 'requestIdleCallback');
  Reflect.deleteProperty(window, 'cancelIdleCallback');
});

/** The report as it stands in its first picture. */
const begun = (): HTMLElement => {
  const fixture = TestBed.createComponent(ReportPage);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  fixture.componentRef.setInput('report', example);
  TestBed.tick();
  return page;
};

const idle = (): void => {
  for (const work of waiting.splice(0)) work({ didTimeout: false, timeRemaining: () => 10 });
  TestBed.tick();
};

const headings = (page: HTMLElement): string[] =>
  [...page.querySelectorAll('h2')].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
const ahead = ['The main points', 'Who is in this report', 'The qualities'];
const qualities = ['1 Listens', '2 Plans'];
const end = ['How these numbers are made', 'What cannot be protected', 'Release', 'Release this report to Ada Okafor?'];

test('the message and the first chart are there at once, the rest comes part by part while the browser has nothing else to do', () => {
  const page = begun();
  expect(page.querySelectorAll('kit-chart [role="img"]')).toHaveLength(1);
  const pictures = [headings(page)];
  while (page.hasAttribute('aria-busy')) {
    idle();
    pictures.push(headings(page));
  }
  const all = [...ahead, ...qualities, ...end];
  expect(pictures).toEqual([ahead, ahead, [...ahead, '1 Listens'], [...ahead, ...qualities], all, all, all]);
  expect(page.querySelectorAll('facet-another-way kit-chart [role="img"]')).toHaveLength(2);
  expect(waiting).toEqual([]);
});

test('a link to a place that is still to come leads there all the same', () => {
  const page = begun();
  page.querySelector<HTMLAnchorElement>('facet-first-page a[href="#behaviour-1.1"]')?.click();
  expect(document.activeElement?.textContent.trim()).toBe('1.1 Hears people out.');
  expect(page.hasAttribute('aria-busy')).toBe(false);
});

test('whoever prints early has the whole report on paper', () => {
  const page = begun();
  window.dispatchEvent(new Event('beforeprint'));
  expect(headings(page)).toEqual([...ahead, ...qualities, ...end]);
});
