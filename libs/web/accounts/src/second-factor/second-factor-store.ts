import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  AuthenticatorSecret,
  type NewAuthenticator,
  path,
  type Problem,
  RecoveryCodes,
  type SecondFactorCode,
  SecondFactorView,
} from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';

/** The second step of signing in, and the authenticator that it takes; a refusal stays until the next press. */
@Injectable()
export class SecondFactorStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly refused = signal<Problem | null>(null);
  private readonly doing = signal(false);

  readonly state = httpResource(() => path.secondFactor, { parse: (body) => SecondFactorView.parse(body) });
  readonly view = computed(() => (this.state.hasValue() ? this.state.value() : null));
  readonly refusal = this.refused.asReadonly();
  readonly inFlight = this.doing.asReadonly();

  /** True when the session is whole. */
  async takeStep(code: string): Promise<boolean> {
    const taken = await this.send(path.secondStep, { code } satisfies SecondFactorCode);
    if (taken) this.session.forget();
    return taken !== null;
  }

  /** What a new authenticator is told; `code` of the one that is there, or null. */
  async begin(code: string | null): Promise<AuthenticatorSecret | null> {
    const answer = await this.send(path.newAuthenticator, { code } satisfies NewAuthenticator);
    return answer && AuthenticatorSecret.parse(answer.body);
  }

  /** The recovery codes that come with it. */
  async confirm(code: string): Promise<readonly string[] | null> {
    const answer = await this.send(path.confirmAuthenticator, { code } satisfies SecondFactorCode);
    if (answer) this.session.forget();
    return answer && RecoveryCodes.parse(answer.body).codes;
  }

  async newRecoveryCodes(code: string): Promise<readonly string[] | null> {
    const answer = await this.send(path.recoveryCodes, { code } satisfies SecondFactorCode);
    return answer && RecoveryCodes.parse(answer.body).codes;
  }

  async takeOff(code: string): Promise<boolean> {
    return (await this.send(path.takeOffSecondFactor, { code } satisfies SecondFactorCode)) !== null;
  }

  startOver(): void {
    this.refused.set(null);
  }

  private async send(address: string, body: object): Promise<{ readonly body: unknown } | null> {
    this.doing.set(true);
    this.refused.set(null);
    try {
      return { body: await firstValueFrom(this.http.post(address, body)) };
    } catch (error) {
      this.refused.set(refusalOf(error));
      return null;
    } finally {
      this.doing.set(false);
    }
  }
}
