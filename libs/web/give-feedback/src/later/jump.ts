import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Survey } from '../survey';

/** A link to a page of the survey and, on it, to a field. The address bar keeps its `/s`. */
@Component({
  selector: 'facet-jump',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a href="/s" (click)="jump($event)">{{ words() }}</a>`,
})
export class Jump {
  readonly survey = input.required<Survey>();
  readonly index = input.required<number>();
  readonly words = input.required<string>();
  readonly focus = input<string>();

  protected jump(event: Event): void {
    event.preventDefault();
    const [index, focus] = [this.index(), this.focus()];
    this.survey().go({ page: 'quality', index, ...(focus !== undefined && { focus }) });
  }
}
