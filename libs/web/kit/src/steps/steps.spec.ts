import { TestBed } from '@angular/core/testing';
import { expect, test } from '@jest/globals';
import { Steps } from './steps';

test('of the line of steps, one is the next and those before it are done', async () => {
  const fixture = TestBed.createComponent(Steps);
  fixture.componentRef.setInput('label', 'Your round');
  fixture.componentRef.setInput('steps', [
    { label: 'Prepare', state: 'done' },
    { label: 'Invite', state: 'next' },
    { label: 'Collect', state: 'later' },
  ]);
  await fixture.whenStable();
  const items = [...(fixture.nativeElement as HTMLElement).querySelectorAll('li')];
  expect(items.map((item) => item.textContent.replace(/\s+/g, ' ').trim())).toEqual(['Prepare (done)', 'Invite', 'Collect']);
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
});
