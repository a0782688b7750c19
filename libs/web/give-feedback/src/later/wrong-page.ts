import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';
import { Trouble } from './trouble';

/** "Not you?": one press, and the link opens nothing any more; what becomes of the answers is the press. */
@Component({
  selector: 'facet-wrong-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Trouble],
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('notYouHeading') }}</h1>
      <p class="kit-lede">{{ survey().say('notYouText') }}</p>
      <p>{{ survey().say('notYouUnsent') }}</p>
      <facet-trouble [text]="survey().trouble()" />
      <div class="kit-actions">
        <button type="button" class="kit-button" [disabled]="survey().busy()" (click)="survey().replaceLink(true)">
          {{ survey().say('notYouKeep') }}
        </button>
        <button type="button" class="kit-button kit-button-grave" [disabled]="survey().busy()" (click)="survey().replaceLink(false)">
          {{ survey().say('notYouDrop') }}
        </button>
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().go({ page: 'welcome' })">
          {{ survey().say('back') }}
        </button>
      </div>
    </main>
  `,
})
export class WrongPage {
  readonly survey = input.required<Survey>();
}
