import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** What is wrong with one field, said beside it and read out when it appears. */
@Component({
  selector: 'kit-field-errors',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-live': 'polite' },
  template: `
    @for (message of errors(); track message) {
      <p>{{ message }}</p>
    }
  `,
  styleUrl: './field-errors.css',
})
export class FieldErrors {
  readonly errors = input.required<readonly string[]>();
}
