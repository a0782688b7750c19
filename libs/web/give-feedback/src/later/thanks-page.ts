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
      <h1 tabindex="-1">{{ survey().say('thanksHeading') }}</h1>
      <h2>{{ survey().say('thanksNext') }}</h2>
      <ol class="next">
        <li>{{ survey().say('thanksChange') }}</li>
        <li>{{ survey().say('thanksSeal') }}</li>
        <li>{{ survey().say(survey().view.rater.self ? 'thanksSelf' : 'thanksCoach') }}</li>
      </ol>
      <div class="kit-actions">
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().go({ page: 'review' })">
          {{ survey().say('change') }}
        </button>
        <button type="button" class="kit-link" (click)="survey().go({ page: 'held' })">{{ survey().say('held') }}</button>
      </div>
      <facet-trouble [text]="survey().trouble()" />
      <facet-asked
        [question]="survey().say('withdraw')"
        [text]="survey().say('withdrawAsk')"
        [answer]="survey().say('withdrawConfirm')"
        [busy]="survey().busy()"
        (confirmed)="survey().withdraw()"
      />
    </main>
  `,
})
export class ThanksPage {
  readonly survey = input.required<Survey>();
}
