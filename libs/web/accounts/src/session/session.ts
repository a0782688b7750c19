import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { Me, path } from '@facet/contract';
import { firstValueFrom } from 'rxjs';
import { isStepOwed } from './step-owed';

/** Who is signed in, as far as this page knows; the server decides anew at every request. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly person = signal<Me | null | undefined>(undefined);
  private readonly half = signal(false);

  /** Null: nobody. Undefined: not asked yet. */
  readonly me = this.person.asReadonly();
  /** The last answer was that the second step of signing in is owed. */
  readonly owesStep = this.half.asReadonly();

  /** Asks the server once; throws when it cannot be reached. */
  async whoIsThere(): Promise<Me | null> {
    const known = this.person();
    if (known !== undefined) return known;
    const found = await this.ask();
    this.person.set(found);
    return found;
  }

  /** The session has begun or ended behind our back: ask again next time. */
  forget(): void {
    this.person.set(undefined);
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post(path.signOut, {}));
    this.person.set(null);
  }

  private async ask(): Promise<Me | null> {
    try {
      const me = Me.parse(await firstValueFrom(this.http.get(path.me)));
      this.half.set(false);
      return me;
    } catch (error) {
      this.half.set(isStepOwed(error));
      if (error instanceof HttpErrorResponse && error.status === 401) return null;
      throw error;
    }
  }
}
