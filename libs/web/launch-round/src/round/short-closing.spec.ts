import { TestBed } from '@angular/core/testing';
import type { SealChoice, SealRequest } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { ShortClosing } from './short-closing';

// The browser's own dialog, as far as this page uses it: jsdom has none.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = jest.fn();
  HTMLDialogElement.prototype.close = jest.fn();
});

const short: SealChoice = {
  words: ['Peers and Direct reports will be shown together.'],
  leaveOut: [{ groups: ['direct_report'], label: 'Direct reports', words: ['Peers will be shown.', 'Direct reports will be left out.'] }],
  sealsByItself: 'Wednesday 16 December 2026',
};
const open = async (choice: SealChoice) => {
  const fixture = TestBed.createComponent(ShortClosing);
  fixture.componentRef.setInput('choice', choice);
  const asked: NonNullable<SealRequest>[] = [];
  fixture.componentInstance.seal.subscribe((request) => asked.push(request));
  const seen = lookAt(fixture);
  await seen.settle();
  const choose = async (words: string) => {
    const label = [...seen.page.querySelectorAll('label')].find(({ textContent }) => textContent.includes(words));
    label?.querySelector('input')?.click();
    await seen.settle();
  };
  return { fixture, seen, asked, choose };
};

test('what falls short is shown together, unless the coach chooses otherwise', async () => {
  const { seen, asked } = await open(short);
  expect(seen.text()).toContain('will be shown together.');
  await seen.press('Make the report');
  expect(asked).toEqual([{}]);
});

test('a coach who leaves a group out reads what is then shown, and the report is made without it', async () => {
  const { seen, asked, choose } = await open(short);
  await choose('Without Direct reports');
  expect(seen.text()).toContain('Direct reports will be left out.');
  expect(seen.text()).not.toContain('will be shown together.');
  await seen.press('Make the report');
  await choose('Shown together');
  await seen.press('Make the report');
  expect(asked).toEqual([{ leaveOut: ['direct_report'] }, {}]);
});

test('where nothing may be left out nothing is asked', async () => {
  const { seen } = await open({ ...short, leaveOut: [] });
  expect(seen.page.querySelectorAll('input')).toHaveLength(0);
});
