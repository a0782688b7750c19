import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { expect, test } from '@jest/globals';
import type { Problem } from '@facet/contract';
import { Refusal } from './refusal';

const away: Problem = { code: 'unreachable', title: 'We cannot reach the server', status: 0 };

@Component({
  selector: 'facet-example',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal],
  template: `
    @if (refusal(); as problem) {
      <kit-refusal [problem]="problem" />
    }
    <input />
    <button type="button" [disabled]="sending()">Send</button>
  `,
})
class Example {
  readonly refusal = signal<Problem | null>(null);
  readonly sending = signal(false);
}

const shown = async (): Promise<{ fixture: ComponentFixture<Example>; page: HTMLElement }> => {
  const fixture = TestBed.createComponent(Example);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  return { fixture, page };
};

test('a refusal takes the focus that the pressed button lost', async () => {
  const { fixture, page } = await shown();
  const button = page.querySelector('button');
  button?.focus();
  // What a browser does of itself to a button that is switched off.
  button?.blur();
  fixture.componentInstance.sending.set(true);
  fixture.componentInstance.refusal.set(away);
  await fixture.whenStable();
  expect(document.activeElement?.getAttribute('role')).toBe('alert');
});

test('a refusal leaves the focus where somebody is typing', async () => {
  const { fixture, page } = await shown();
  page.querySelector('input')?.focus();
  fixture.componentInstance.refusal.set(away);
  await fixture.whenStable();
  expect(document.activeElement).toBe(page.querySelector('input'));
});
