import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
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
        <button type="button" class="kit-link wrong" (click)="survey().go({ page: 'wrong' })">{{ survey().view.words.notYou }}</button>
      </p>
      <dl class="promise">
        @for (point of essential(); track point.heading) {
          <div>
            <dt>{{ point.heading }}</dt>
            <dd>{{ point.text }}</dd>
          </div>
        }
      </dl>
      @if (survey().view.welcome.named; as named) {
        <p class="notice">{{ named }}</p>
      }
      <details class="more" (toggle)="asked.set(true)">
        <summary>{{ survey().view.words.more }}</summary>
        @if (asked()) {
          <facet-later part="promise" [given]="{ survey: survey() }" />
        }
      </details>
      <div class="kit-actions">
        <button type="button" class="kit-button" (click)="survey().start()">{{ press() }}</button>
        @if (!survey().view.rater.self) {
          <button type="button" class="kit-link" (click)="survey().go({ page: 'decline' })">{{ survey().view.words.rather }}</button>
        }
      </div>
    </main>
  `,
})
export class WelcomePage {
  readonly survey = input.required<Survey>();
  protected readonly essential = computed(() => this.survey().view.welcome.points.filter((point) => !point.folded));
  /** Somebody wants to know all of it. */
  protected readonly asked = signal(false);

  protected press(): string {
    const { words } = this.survey().view;
    if (this.survey().mustConfirmName()) return words.startNamed;
    return this.survey().begun() ? words.resume : words.start;
  }
}
