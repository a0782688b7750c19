import { afterNextRender, ChangeDetectionStrategy, Component, DOCUMENT, ElementRef, inject, input, output, viewChild } from '@angular/core';
import type { Problem } from '@facet/contract';
import { Notice } from '../notice/notice';

/** A refusal as a person reads it: what happened, what is safe, what to do. Where the press that it answers has lost the focus, it comes into sight with it. */
@Component({
  selector: 'kit-refusal',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice],
  template: `
    <kit-notice #notice tone="error" role="alert" tabindex="-1" [heading]="problem().title">
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

  private readonly notice = viewChild.required<Notice, ElementRef<HTMLElement>>('notice', { read: ElementRef });

  constructor() {
    const document = inject(DOCUMENT);
    // A button that is switched off while its request runs loses the focus, and may stand far below.
    afterNextRender(() => {
      if (document.activeElement === document.body) this.notice().nativeElement.focus();
    });
  }
}
