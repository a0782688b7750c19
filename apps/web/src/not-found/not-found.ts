import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '@facet/web-kit';

@Component({
  selector: 'facet-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, RouterLink],
  template: `
    <kit-page heading="There is no such page">
      <p kitLede class="kit-lede">The address may be mistyped, or the page is no longer here. Your rounds are safe.</p>
      <div><a class="kit-button" routerLink="/">Go to my rounds</a></div>
    </kit-page>
  `,
})
export class NotFound {}
