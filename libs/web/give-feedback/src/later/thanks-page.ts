import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Asked } from './asked';
import { ProgressMark } from '../first/progress-mark';
import { Trouble } from './trouble';
import type { Survey } from '../survey';

/** The answers are in. The same link shows and changes them until closing; there is no receipt, since it would be a key. */
@Component({
  selector: 'facet-thanks-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Asked, ProgressMark, Trouble],
  template: `
    <main class="cover">
      <facet-progress-mark [finished]="survey().finished()" />
      <h1 tabindex="-1">{{ survey().view.words.thanksHeading }}</h1>
      <p class="kit-lede">{{ survey().say('thanks') }}</p>
      <div class="kit-actions">
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().go({ page: 'review' })">
          {{ survey().view.words.change }}
        </button>
      </div>
      <facet-trouble [text]="survey().trouble()" />
      <facet-asked
        [question]="survey().view.words.withdraw"
        [text]="survey().say('withdrawAsk')"
        [answer]="survey().view.words.withdrawConfirm"
        [busy]="survey().busy()"
        (confirmed)="survey().withdraw()"
      />
    </main>
  `,
})
export class ThanksPage {
  readonly survey = input.required<Survey>();
}
