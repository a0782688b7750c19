import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { FieldErrors } from './field-errors';
import { describedBy, type FieldState, shownErrors } from './field-state';

/**
 * Label, hint and errors round one native control:
 * `<kit-field name="email" label="Your address" [field]="form.email"><input kitControl [formField]="form.email" /></kit-field>`.
 */
@Component({
  selector: 'kit-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldErrors],
  templateUrl: './labelled-field.html',
  styleUrl: './labelled-field.css',
})
export class LabelledField {
  /** The control's id; unique on its page. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly field = input<() => FieldState>();

  readonly errors = computed(() => shownErrors(this.field()));
  readonly describedBy = computed(() => describedBy(this.name(), this.hint(), this.errors()));
}
