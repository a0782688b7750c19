import { afterNextRender, ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { disabled, form, FormField, required } from '@angular/forms/signals';
import { Choices, Confirm, Control, ErrorSummary, LabelledField, type SummarisedError } from '@facet/web-kit';

const empty = { plain: '', wrong: '', off: 'Larkmead Academy', kind: 'peer', long: '', one: 'both', wrongChoice: '' };

/** Buttons, fields and choices: plain, with a hint, refused, and out of use. */
@Component({
  selector: 'facet-kit-controls',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Confirm, Control, ErrorSummary, FormField, LabelledField],
  templateUrl: './kit-controls.html',
  styleUrl: './pieces.css',
})
export class KitControls {
  protected readonly form = form(signal(empty), (fields) => {
    required(fields.wrong, { message: 'Enter an address, for example sam@school.example.' });
    required(fields.wrongChoice, { message: 'Choose one of the two.' });
    disabled(fields.off);
  });
  protected readonly errors: readonly SummarisedError[] = [
    { message: 'Enter an address, for example sam@school.example.', focus: () => this.form.wrong().focusBoundControl() },
    { message: 'Choose one of the two.', focus: () => this.form.wrongChoice().focusBoundControl() },
  ];

  constructor() {
    afterNextRender(() => {
      this.form.wrong().markAsTouched();
      this.form.wrongChoice().markAsTouched();
    });
  }
}
