import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QualityView } from '@facet/contract';
import { Behaviour } from './behaviour';
import { Later } from './later';
import { ProgressBar } from './progress-bar';
import type { Survey } from '../survey';

/** One quality: its behaviours one by one, then the two open questions. Nothing moves on by itself. */
@Component({
  selector: 'facet-quality-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Behaviour, Later, ProgressBar],
  template: `
    <facet-progress-bar [survey]="survey()" [words]="where()" [here]="index()" />
    <main class="sheet">
      <p class="kit-quiet">
        <bdi>{{ survey().view.welcome.identity }}</bdi>
      </p>
      <h1 tabindex="-1">{{ quality().name }}</h1>
      <details class="definition">
        <summary>{{ survey().view.words.definition }}</summary>
        <p>{{ quality().definition }}</p>
      </details>
      @for (behaviour of quality().behaviours; track behaviour.code) {
        <facet-behaviour [survey]="survey()" [behaviour]="behaviour" />
      }
      <facet-later part="comments" [given]="{ survey: survey(), quality: quality().code }" />
      <nav class="kit-actions">
        <button type="button" class="kit-button" (click)="survey().step(index(), 1)">
          {{ last() ? survey().view.words.review : survey().view.words.next }}
        </button>
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().step(index(), -1)">
          {{ survey().view.words.back }}
        </button>
      </nav>
      <facet-later part="keys" [given]="{ survey: survey() }" />
    </main>
  `,
})
export class QualityPage {
  readonly survey = input.required<Survey>();
  readonly quality = input.required<QualityView>();
  private readonly qualities = computed(() => this.survey().view.framework.qualities);
  protected readonly index = computed(() => this.qualities().indexOf(this.quality()));
  protected readonly last = computed(() => this.index() === this.qualities().length - 1);
  protected readonly where = computed(() => this.survey().say('qualityOf', { number: this.index() + 1, count: this.qualities().length }));
}
