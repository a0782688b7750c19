import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { path, type Problem, type SignInCode, type SignInRequest } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';

/** What the sign-in page asks of the server; a refusal stays until the next try. */
@Injectable()
export class SignInStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly refused = signal<Problem | null>(null);

  readonly refusal = this.refused.asReadonly();

  /** True when the request was taken; whether the address is known, nobody is told. */
  askForCode(email: string): Promise<boolean> {
    return this.send(path.signIn, { email: email.trim() } satisfies SignInRequest);
  }

  /** True when the session has begun. */
  async signIn(code: string): Promise<boolean> {
    const begun = await this.send(path.signInCode, { code: digitsOf(code) } satisfies SignInCode);
    if (begun) this.session.forget();
    return begun;
  }

  startOver(): void {
    this.refused.set(null);
  }

  private async send(address: string, body: object): Promise<boolean> {
    this.refused.set(null);
    try {
      await firstValueFrom(this.http.post(address, body));
      return true;
    } catch (error) {
      this.refused.set(refusalOf(error));
      return false;
    }
  }
}

/** People copy "123 456" out of a mail. */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '');
