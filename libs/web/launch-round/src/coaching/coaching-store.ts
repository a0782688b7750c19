import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { CoachingView, of, path, type Problem } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** Who coaches whom, for an administrator. */
@Injectable()
export class CoachingStore {
  private readonly http = inject(HttpClient);
  private readonly refused = signal<Problem | null>(null);
  private readonly done = signal('');

  readonly coaching = httpResource(() => path.coaching, { parse: (body) => CoachingView.parse(body) });
  /** A refusal of the last press that no single field is to blame for. */
  readonly refusal = this.refused.asReadonly();
  /** What the last press has done, in one sentence. */
  readonly said = this.done.asReadonly();

  async give(round: string, coach: string, said: string): Promise<Problem | null> {
    this.refused.set(null);
    this.done.set('');
    try {
      const answer = await firstValueFrom(this.http.post(of(path.coach, round), { coach }));
      this.coaching.set(CoachingView.parse(answer));
      this.done.set(said);
      return null;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal.errors?.length) this.refused.set(refusal);
      return refusal;
    }
  }
}
