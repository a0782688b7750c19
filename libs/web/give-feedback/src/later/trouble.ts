import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Why a press did not do what it says. The place for it is always there, so that a screen reader notices when it is filled. */
@Component({
  selector: 'facet-trouble',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p role="alert" class="trouble">{{ text() }}</p>`,
})
export class Trouble {
  readonly text = input.required<string>();
}
