import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Problem } from '@facet/contract';
import { Notice } from '../notice/notice';

/** A refusal as a person reads it: what happened, what is safe, what to do. */
@Component({
  selector: 'kit-refusal',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice],
  template: `
    <kit-notice tone="error" role="alert" [heading]="problem().title">
      @if (problem().detail; as detail) {
        <p>{{ detail }}</p>
      }
      <ng-content />
      @if (retries()) {
        <button type="button" class="kit-button kit-button-quiet" (click)="retry.emit()">Try again</button>
      }
    </kit-notice>
  `,
})
export class Refusal {
  readonly problem = input.required<Problem>();
  readonly retries = input(false);
  readonly retry = output();
}
