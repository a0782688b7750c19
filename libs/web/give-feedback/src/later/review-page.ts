import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { nothingObserved } from '../answers/progress';
import { FaultSummary } from './fault-summary';
import { ProgressBar } from '../first/progress-bar';
import { QualitySummary } from './quality-summary';
import { Asked } from './asked';
import { Preview } from './preview';
import { Trouble } from './trouble';
import type { Survey } from '../survey';

/** Everything at a glance: what is still open, each a link to it. Sending is offered once nothing is. */
@Component({
  selector: 'facet-review-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Asked, FaultSummary, Preview, ProgressBar, QualitySummary, Trouble],
  template: `
    <facet-progress-bar [survey]="survey()" [words]="answered()" />
    <main class="sheet">
      <h1 tabindex="-1">{{ heading() }}</h1>
      <p class="kit-lede">{{ state() }}</p>
      <facet-fault-summary [survey]="survey()" />
      <ol class="qualities">
        @for (quality of survey().view.framework.qualities; track quality.code) {
          <li><facet-quality-summary [survey]="survey()" [quality]="quality" [index]="$index" /></li>
        }
      </ol>
      @if (survey().confidential) {
        <facet-preview [survey]="survey()" />
      }
      <facet-trouble [text]="survey().trouble()" />
      @if (asksFirst()) {
        <facet-asked
          [question]="survey().say('nothingRated')"
          [text]="survey().say('nothingRatedText')"
          [answer]="survey().say('nothingRatedConfirm')"
          [busy]="survey().busy()"
          (confirmed)="survey().send()"
        />
      }
      <nav class="kit-actions">
        @if (survey().missing().length === 0 && !asksFirst()) {
          <button type="button" class="kit-button" [disabled]="survey().busy()" (click)="survey().send()">
            {{ survey().sheet.sent() ? survey().say('finish') : survey().say('send') }}
          </button>
        }
        <button type="button" class="kit-button kit-button-quiet" (click)="back()">{{ survey().view.words.back }}</button>
      </nav>
    </main>
  `,
})
export class ReviewPage {
  readonly survey = input.required<Survey>();
  protected readonly heading = computed(() => this.survey().say('reviewHeading'));
  protected readonly answered = computed(() => {
    const count = this.survey().view.framework.qualities.flatMap(({ behaviours }) => behaviours).length;
    return this.survey().say('answeredOf', { number: count - this.survey().missing().length, count });
  });
  protected readonly state = computed(() => {
    const count = this.survey().missing().length;
    if (count > 1) return this.survey().say('reviewMissing', { count });
    if (count === 1) return this.survey().say('reviewMissingOne');
    return this.survey().say(this.survey().sheet.sent() ? 'reviewSent' : 'reviewComplete');
  });
  /** Nobody should send an empty sheet by a habit of pressing the button. */
  protected readonly asksFirst = computed(
    () => !this.survey().sheet.sent() && nothingObserved(this.survey().view.framework, this.survey().sheet.answers()),
  );

  protected back(): void {
    this.survey().step(this.survey().view.framework.qualities.length, -1);
  }
}
