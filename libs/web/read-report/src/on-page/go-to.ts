import { Directive, DOCUMENT, inject, input } from '@angular/core';

/** A link to a place on this page. The address stays as it is: a change would begin the page anew. */
@Directive({
  selector: 'a[facetGoTo]',
  host: { '[href]': "'#' + facetGoTo()", '(click)': 'go($event)' },
})
export class GoTo {
  /** Id of something that can take the focus. */
  readonly facetGoTo = input.required<string>();
  private readonly document = inject(DOCUMENT);

  protected go(event: Event): void {
    event.preventDefault();
    this.document.getElementById(this.facetGoTo())?.focus();
  }
}
