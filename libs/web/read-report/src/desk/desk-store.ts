import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { DeskView, of, path, type Problem } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';

/** What the coach has beside one report. Every change answers with the whole desk as it stands then. */
@Injectable()
export class DeskStore {
  private readonly http = inject(HttpClient);
  private readonly round = signal<string | undefined>(undefined);
  private readonly refused = signal<Problem | null>(null);
  private readonly done = signal('');

  readonly desk = httpResource(
    () => {
      const round = this.round();
      return round === undefined ? undefined : of(path.desk, round);
    },
    { parse: (body) => DeskView.parse(body) },
  );
  readonly refusal = this.refused.asReadonly();
  /** What the last press has done, in one sentence. */
  readonly said = this.done.asReadonly();

  open(round: string): void {
    this.round.set(round);
  }

  /** Null when it is done; otherwise why not, and nothing typed is lost. What is wrong with a field is said there and not above. */
  async change(template: string, body: object, said: string): Promise<Problem | null> {
    const round = this.round();
    if (round === undefined) return null;
    this.refused.set(null);
    this.done.set('');
    try {
      this.desk.set(DeskView.parse(await firstValueFrom(this.http.post(of(template, round), body))));
      this.done.set(said);
      return null;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal.errors?.length) this.refused.set(refusal);
      return refusal;
    }
  }
}
