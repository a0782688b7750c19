import { Directive, DOCUMENT, inject, input, output } from '@angular/core';
import { PartByPart } from './part-by-part';

/** A link to a place on this page, in text or in a picture. The address stays as it is: a change would begin the page anew. */
@Directive({
  selector: '[facetGoTo]',
  host: { '[attr.href]': "'#' + facetGoTo()", '(click)': 'go($event)' },
})
export class GoTo {
  /** Id of something that can take the focus. */
  readonly facetGoTo = input.required<string>();
  readonly gone = output();
  private readonly document = inject(DOCUMENT);
  private readonly parts = inject(PartByPart);

  protected go(event: Event): void {
    event.preventDefault();
    if (!this.document.getElementById(this.facetGoTo())) this.parts.finish();
    const place = this.document.getElementById(this.facetGoTo());
    const folded = place?.closest('details');
    if (folded) folded.open = true;
    place?.focus();
    this.gone.emit();
  }
}
