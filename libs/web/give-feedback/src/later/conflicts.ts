import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Answer } from '../answers/answers';
import { findQuestion } from './find-question';
import { answerInWords } from './in-words';
import type { Survey } from '../survey';

/** Two pages of one person disagree: both answers are shown, and the person chooses, answer by answer. */
@Component({
  selector: 'facet-conflicts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="alert">
      @if (survey().sheet.conflicts().length > 0) {
        <section class="conflicts notice">
          <h2>{{ survey().say('stale') }}</h2>
          <p>{{ survey().say('staleText') }}</p>
          @for (conflict of survey().sheet.conflicts(); track conflict.key) {
            <div class="conflict" role="group" [attr.aria-labelledby]="conflict.key + '-conflict'">
              <h3 [id]="conflict.key + '-conflict'">{{ asked(conflict.key) }}</h3>
              <dl>
                <dt>{{ survey().say('staleYours') }}</dt>
                <dd>
                  <bdi>{{ inWords(conflict.mine) }}</bdi>
                </dd>
                <dt>{{ survey().say('staleStored') }}</dt>
                <dd>
                  <bdi>{{ inWords(conflict.stored) }}</bdi>
                </dd>
              </dl>
              <div class="kit-actions">
                <button type="button" class="kit-button kit-button-quiet" (click)="survey().sheet.settle(conflict, 'mine')">
                  {{ survey().say('keepMine') }}
                </button>
                <button type="button" class="kit-button kit-button-quiet" (click)="survey().sheet.settle(conflict, 'stored')">
                  {{ survey().say('keepStored') }}
                </button>
              </div>
            </div>
          }
        </section>
      }
    </div>
  `,
})
export class Conflicts {
  readonly survey = input.required<Survey>();

  protected asked(key: string): string {
    return findQuestion(this.survey().view.framework, key).words;
  }

  protected inWords(answer: Answer | undefined): string {
    return answerInWords(this.survey(), answer);
  }
}
