import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';
import { ProgressMark } from './progress-mark';
import { SaveStatus } from './save-status';

/** Where the person is, in a picture and in words, and whether everything is saved. */
@Component({
  selector: 'facet-progress-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProgressMark, SaveStatus],
  template: `
    <header class="bar">
      <facet-progress-mark [finished]="survey().finished()" [here]="here()" />
      <p class="where">{{ words() }}</p>
      <facet-save-status [survey]="survey()" />
    </header>
  `,
})
export class ProgressBar {
  readonly survey = input.required<Survey>();
  readonly words = input.required<string>();
  /** The quality that is being answered, from 0. */
  readonly here = input(-1);
}
