import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { expect, test } from '@jest/globals';
import { Control } from './control';
import { LabelledField } from './labelled-field';

@Component({
  selector: 'facet-example',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, LabelledField],
  template: `
    <kit-field name="email" label="Your address" hint="The one your school knows" [field]="form.email">
      <input kitControl [formField]="form.email" />
    </kit-field>
  `,
})
class Example {
  readonly model = signal({ email: '' });
  readonly form = form(this.model, (path) => required(path.email, { message: 'Write your address.' }));
}

const shown = async () => {
  const fixture = TestBed.createComponent(Example);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const control = page.querySelector('input') as HTMLInputElement;
  const description = () =>
    (control.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => page.querySelector(`[id="${id}"]`)?.textContent.trim())
      .join(' ');
  return { fixture, control, description };
};

test('a field has its label and its hint', async () => {
  const { control, description } = await shown();
  expect(control.labels?.[0]?.textContent).toBe('Your address');
  expect(description()).toBe('The one your school knows');
  expect(control.getAttribute('aria-invalid')).toBeNull();
});

test('what is wrong with a field is said once the field was left, not before', async () => {
  const { fixture, control, description } = await shown();
  control.dispatchEvent(new Event('blur'));
  await fixture.whenStable();
  expect(description()).toBe('The one your school knows Write your address.');
  expect(control.getAttribute('aria-invalid')).toBe('true');
});
