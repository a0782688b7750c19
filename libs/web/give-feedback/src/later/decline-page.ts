import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { LONGEST_REASON } from '@facet/contract';
import type { Survey } from '../survey';
import { Trouble } from './trouble';

/** "I would rather not": what it means is read first, and a press of its own confirms it. */
@Component({
  selector: 'facet-decline-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Trouble],
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('decline') }}</h1>
      <p class="kit-lede">{{ survey().say('declineAsk') }}</p>
      <div class="comment">
        <label for="reason">
          {{ survey().say('declineReason') }} <span class="kit-quiet">({{ survey().say('optional') }})</span>
        </label>
        <p class="kit-quiet" id="reason-read">{{ survey().say('declineReasonRead', { most }) }}</p>
        <textarea
          #reason
          id="reason"
          class="kit-control"
          rows="3"
          dir="auto"
          aria-describedby="reason-read"
          [attr.maxlength]="most"
        ></textarea>
      </div>
      <facet-trouble [text]="survey().trouble()" />
      <div class="kit-actions">
        <button
          type="button"
          class="kit-button kit-button-grave"
          [disabled]="survey().busy()"
          (click)="survey().decline(reason.value.trim())"
        >
          {{ survey().say('declineConfirm') }}
        </button>
        <button type="button" class="kit-button kit-button-quiet" (click)="survey().go({ page: 'welcome' })">
          {{ survey().say('back') }}
        </button>
      </div>
    </main>
  `,
})
export class DeclinePage {
  readonly survey = input.required<Survey>();
  protected readonly most = LONGEST_REASON;
}
