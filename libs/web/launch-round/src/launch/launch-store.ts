import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { LaunchOptions, path, type Problem, RoundView } from '@facet/contract';
import { refusalOf } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { type Draft, requestOf } from './draft';

export type LaunchAnswer = { readonly round: string } | { readonly refusal: Problem };

/** What the launch page asks of the server. */
@Injectable()
export class LaunchStore {
  private readonly http = inject(HttpClient);

  readonly options = httpResource(() => path.launchOptions, { parse: (body) => LaunchOptions.parse(body) });

  /** The draft's id launches once, however often this is called. */
  async launch(draft: Draft): Promise<LaunchAnswer> {
    try {
      const round = RoundView.parse(await firstValueFrom(this.http.post(path.rounds, requestOf(draft))));
      return { round: round.id };
    } catch (error) {
      const refusal = refusalOf(error);
      // Another round may have been launched meanwhile: the options then name it, and the page leads there.
      if (refusal.status === 409) this.options.reload();
      return { refusal };
    }
  }
}
