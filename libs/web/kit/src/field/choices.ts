import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { FieldErrors } from './field-errors';
import { describedBy, type FieldState, shownErrors } from './field-state';

/** A question with native radio buttons or checkboxes, each in a `<label class="kit-choice">`. */
@Component({
  selector: 'kit-choices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldErrors],
  templateUrl: './choices.html',
  styleUrl: './choices.css',
})
export class Choices {
  /** Unique on its page. */
  readonly name = input.required<string>();
  readonly legend = input.required<string>();
  readonly hint = input('');
  readonly field = input<() => FieldState>();

  protected readonly errors = computed(() => shownErrors(this.field()));
  protected readonly describedBy = computed(() => describedBy(this.name(), this.hint(), this.errors()));
}
