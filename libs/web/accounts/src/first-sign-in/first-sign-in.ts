import { Location } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { path, type Problem } from '@facet/contract';
import { Page, Refusal, refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { tokenInAddress } from './token-in-address';

/** The first administrator comes in by a link. Only a press uses it up, so that no program that looks at links does. */
@Component({
  selector: 'facet-first-sign-in',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, RouterLink],
  templateUrl: './first-sign-in.html',
})
export class FirstSignIn {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly token = tokenInAddress(this.router.url);
  protected readonly signingIn = signal(false);
  protected readonly refusal = signal<Problem | null>(null);

  constructor() {
    // The token is a secret: out of the address bar and the history.
    inject(Location).replaceState('/first-sign-in');
  }

  protected async signIn(token: string): Promise<void> {
    this.signingIn.set(true);
    this.refusal.set(null);
    try {
      await firstValueFrom(this.http.post(path.oneTimeLink, { token }));
      this.session.forget();
      await this.router.navigateByUrl('/people');
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.signingIn.set(false);
    }
  }
}
