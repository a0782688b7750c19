import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '@facet/web-kit';

@Component({
  selector: 'facet-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, RouterLink],
  template: `
    <kit-page heading="There is no such page">
      <p kitLede class="kit-lede">The address may be mistyped, or the page is no longer here. Nothing is lost.</p>
      <div><a class="kit-button" routerLink="/">Go to the first page</a></div>
    </kit-page>
  `,
})
export class NotFound {}
