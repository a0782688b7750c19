import { Directive, inject } from '@angular/core';
import { LabelledField } from './labelled-field';

/** Ties a native control to the label, hint and errors of the kit-field round it. */
@Directive({
  selector: 'input[kitControl], textarea[kitControl], select[kitControl]',
  host: {
    class: 'kit-control',
    '[id]': 'frame.name()',
    '[attr.aria-describedby]': 'frame.describedBy()',
    '[attr.aria-invalid]': 'frame.errors().length > 0 || null',
  },
})
export class Control {
  protected readonly frame = inject(LabelledField);
}
