import { HttpClient } from '@angular/common/http';
import { inject, signal } from '@angular/core';
import type { Problem } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

export type Answer = { readonly body: unknown } | { readonly problem: Problem };

/** What an administrator does about one of the organisations that they look after, and what came of the last press. */
export abstract class OrganisationStore {
  private readonly http = inject(HttpClient);
  private readonly doing = signal(false);
  protected readonly chosen = signal<string | null>(null);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly done = signal('');

  readonly inFlight = this.doing.asReadonly();
  /** A refusal of the last press that no single field is to blame for. */
  readonly refusal = this.refused.asReadonly();
  /** What the last press has done, in one sentence. */
  readonly said = this.done.asReadonly();

  /** Another of the organisations that somebody looks after. */
  choose(organisation: string): void {
    this.refused.set(null);
    this.done.set('');
    this.chosen.set(organisation);
  }

  inOrganisation(address: string): string {
    const organisation = this.chosen();
    return organisation === null ? address : `${address}?organisation=${encodeURIComponent(organisation)}`;
  }

  protected async send(address: string, body: object): Promise<Answer> {
    this.doing.set(true);
    this.refused.set(null);
    this.done.set('');
    try {
      return { body: await firstValueFrom(this.http.post(address, body)) };
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem.errors?.length) this.refused.set(problem);
      return { problem };
    } finally {
      this.doing.set(false);
    }
  }
}
