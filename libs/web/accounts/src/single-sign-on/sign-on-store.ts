import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { path, type Problem, SignOnAddress, type SignOnAnswer, SignOnDone, SignOnRequest } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { LEAVE_FOR } from './leave-for';

/** The way to the provider of identities and back; a refusal stays until the next try. */
@Injectable()
export class SignOnStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly leaveFor = inject(LEAVE_FOR);
  private readonly refused = signal<Problem | null>(null);
  private readonly leaving = signal(false);

  readonly refusal = this.refused.asReadonly();
  /** From the press until this page is gone. */
  readonly inFlight = this.leaving.asReadonly();

  /** `next`: where to go on afterwards; what is no page of ours leads home. */
  signIn(next: string): Promise<void> {
    const request: SignOnRequest = SignOnRequest.safeParse({ next }).success ? { next } : { next: '/' };
    return this.leave(path.signOn, request);
  }

  connect(): Promise<void> {
    return this.leave(path.connectAccount, {});
  }

  /** Where to go on; null when it was refused. */
  async finish(answer: SignOnAnswer): Promise<string | null> {
    const done = await this.send(path.signOnReturn, answer);
    if (done === null) return null;
    this.session.forget();
    return SignOnDone.parse(done).next;
  }

  async disconnect(): Promise<boolean> {
    return (await this.send(path.disconnectAccount, {})) !== null;
  }

  private async leave(address: string, body: object): Promise<void> {
    this.leaving.set(true);
    const begun = await this.send(address, body);
    if (begun === null) this.leaving.set(false);
    else this.leaveFor(SignOnAddress.parse(begun).address);
  }

  /** Null when it was refused; an empty object where the server has nothing to say. */
  private async send(address: string, body: object): Promise<object | null> {
    this.refused.set(null);
    try {
      return (await firstValueFrom(this.http.post<object | null>(address, body))) ?? {};
    } catch (error) {
      this.refused.set(refusalOf(error));
      return null;
    }
  }
}
