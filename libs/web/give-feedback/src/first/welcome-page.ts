import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { Later } from './later';
import { ProgressMark } from './progress-mark';
import type { Survey } from '../survey';

/** The promise, before the first question: who sees what, below which number nothing is shown, until when it can be changed. */
@Component({
  selector: 'facet-welcome-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Later, ProgressMark],
  template: `
    <main class="cover letter">
      <facet-progress-mark [finished]="survey().finished()" />
      <h1 tabindex="-1">{{ survey().view.welcome.heading }}</h1>
      <p class="kit-lede">
        <bdi>{{ survey().view.welcome.identity }}</bdi>
      </p>
      <details class="aside">
        <summary>{{ survey().view.words.notYou }}</summary>
        <p>{{ survey().say('notYouText') }}</p>
      </details>
      <dl class="promise">
        @for (point of survey().view.welcome.points; track point.heading) {
          <div>
            <dt>{{ point.heading }}</dt>
            <dd>{{ point.text }}</dd>
          </div>
        }
      </dl>
      @if (survey().view.welcome.named; as named) {
        <p class="notice">{{ named }}</p>
      } @else if (!survey().view.rater.self) {
        <details (toggle)="asked.set(true)">
          <summary>{{ survey().view.words.limits }}</summary>
          @if (asked()) {
            <facet-later part="limits" [given]="{}" />
          }
        </details>
      }
      <div class="kit-actions">
        <button type="button" class="kit-button" (click)="survey().start()">{{ press() }}</button>
        @if (!survey().view.rater.self) {
          <button type="button" class="kit-link" (click)="survey().go({ page: 'decline' })">{{ survey().say('decline') }}</button>
        }
      </div>
    </main>
  `,
})
export class WelcomePage {
  readonly survey = input.required<Survey>();
  /** Somebody wants to know what cannot be promised. */
  protected readonly asked = signal(false);

  protected press(): string {
    const { words } = this.survey().view;
    if (this.survey().mustConfirmName()) return words.startNamed;
    return this.survey().begun() ? words.resume : words.start;
  }
}
