import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Survey } from '../survey';
import { Trouble } from './trouble';

/** "This is not my group": what telling the coach means, and, once they are told, what follows. */
@Component({
  selector: 'facet-group-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Trouble],
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say(told() ? 'toldHeading' : 'groupHeading') }}</h1>
      <p class="kit-lede">{{ survey().say(told() ? 'told' : 'groupText') }}</p>
      <facet-trouble [text]="survey().trouble()" />
      <div class="kit-actions">
        @if (!told()) {
          <button type="button" class="kit-button" [disabled]="survey().busy()" (click)="survey().tellWrongGroup()">
            {{ survey().say('groupConfirm') }}
          </button>
        }
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().go({ page: 'welcome' })">
          {{ survey().say('back') }}
        </button>
      </div>
    </main>
  `,
})
export class GroupPage {
  readonly survey = input.required<Survey>();
  protected readonly told = computed(() => this.survey().place().page === 'told');
}
