import { ChangeDetectionStrategy, Component, type ElementRef, input, viewChild } from '@angular/core';

export interface SummarisedError {
  readonly message: string;
  /** Brings the person to the field in question. */
  readonly focus: () => void;
}

/** After a refused form: everything that needs attention in one place. It takes the focus, and each line leads to its field. */
@Component({
  selector: 'kit-error-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './error-summary.html',
  styleUrl: './error-summary.css',
})
export class ErrorSummary {
  readonly heading = input.required<string>();
  readonly errors = input.required<readonly SummarisedError[]>();

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  focus(): void {
    this.title().nativeElement.focus();
  }
}
