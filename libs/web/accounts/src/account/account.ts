import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Me } from '@facet/contract';
import { Page, Section } from '@facet/web-kit';
import { ConnectedAccount } from '../single-sign-on/connected-account';
import { OwnFactor } from './own-factor';
import { OwnSessions } from './own-sessions';

/** What concerns nobody but whoever is signed in: the second step, and the browsers in which they are. */
@Component({
  selector: 'facet-account',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ConnectedAccount, OwnFactor, OwnSessions, Page, Section],
  template: `
    <kit-page heading="Your account" [over]="me()?.email ?? ''">
      <kit-section name="second-step" heading="Second step of signing in"><facet-own-factor /></kit-section>
      <facet-connected-account />
      <kit-section name="sessions" heading="Where you are signed in"><facet-own-sessions /></kit-section>
    </kit-page>
  `,
})
export class Account {
  readonly me = input<Me | null>(null);
}
