import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, type OnInit } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Page, Refusal, Waiting } from '@facet/web-kit';
import { answerIn } from './answer-in-address';
import { SignOnStore } from './sign-on-store';

/**
 * Where the provider sends the browser back to. What it brings goes to the server at once: it counts only together with a cookie, which no
 * program has that looks at addresses.
 */
@Component({
  selector: 'facet-sign-on-return',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, RouterLink, Waiting],
  providers: [SignOnStore],
  template: `
    <kit-page [heading]="store.refusal() ? 'That did not work' : 'Signing you in'">
      @if (store.refusal(); as problem) {
        <kit-refusal [problem]="problem" />
        <div class="kit-actions">
          @if (isUnknown()) {
            <a class="kit-button" routerLink="/sign-in" [queryParams]="{ next: '/account' }">Sign in with a code</a>
          } @else {
            <a class="kit-button" routerLink="/">Back to Facet</a>
          }
        </div>
      } @else {
        <kit-waiting label="One moment" />
      }
    </kit-page>
  `,
})
export class SignOnReturn implements OnInit {
  protected readonly store = inject(SignOnStore);
  private readonly router = inject(Router);
  private readonly answer = answerIn(inject(ActivatedRoute).snapshot.queryParamMap);
  /** Nobody has connected this account: the way on is to do so. */
  protected readonly isUnknown = computed(() => this.store.refusal()?.code === 'not_connected');

  constructor() {
    // The code is a secret: out of the address bar and the history.
    inject(Location).replaceState('/sign-in/return');
  }

  ngOnInit(): void {
    void this.finish();
  }

  private async finish(): Promise<void> {
    const next = await this.store.finish(this.answer);
    if (next !== null) await this.router.navigateByUrl(next, { replaceUrl: true });
  }
}
