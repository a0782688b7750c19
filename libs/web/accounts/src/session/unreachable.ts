import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { Page } from '@facet/web-kit';

/** Shown in place of a page when the server does not say who is signed in. */
@Component({
  selector: 'facet-unreachable',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page],
  template: `
    <kit-page heading="We cannot reach the server">
      <p kitLede class="kit-lede">Nothing is lost. Check the connection, then try again.</p>
      <div><button type="button" class="kit-button" (click)="again()">Try again</button></div>
    </kit-page>
  `,
})
export class Unreachable {
  private readonly document = inject(DOCUMENT);

  protected again(): void {
    this.document.location.reload();
  }
}
