import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LaunchOptions, of, path, type Problem, RoundAgain } from '@facet/contract';
import { Notice, Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { type Draft, draftAgain, draftOf, emptyDraft, requestOf } from './draft';
import { DraftKeeper } from './draft-keeper';
import { LaunchForm } from './launch-form';
import { LaunchStore } from './launch-store';

/** What the form begins with. */
interface Beginning {
  readonly draft: Draft;
  /** The list of an earlier round, while there is a draft that it would replace. */
  readonly again: RoundAgain | null;
}

/** The launch page: what is offered and what was typed before, then the form; a leader with a running round is led to that. */
@Component({
  selector: 'facet-launch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LaunchForm, Notice, Page, Refusal, RouterLink, Waiting],
  providers: [DraftKeeper, LaunchStore],
  templateUrl: './launch.html',
})
export class Launch {
  /** From the address: the earlier round whose list is asked again. */
  readonly again = input<string>();

  private readonly http = inject(HttpClient);
  private readonly keeper = inject(DraftKeeper);
  protected readonly store = inject(LaunchStore);
  protected readonly beginning = signal<Beginning | null>(null);
  private readonly draftRefused = signal<Problem | null>(null);
  protected readonly refusal = computed(() => {
    const error = this.store.options.error();
    return error ? refusalOf(error) : this.draftRefused();
  });

  constructor() {
    effect(() => {
      if (this.store.options.hasValue()) void this.begin(this.store.options.value(), this.again());
    });
  }

  protected retry(): void {
    this.draftRefused.set(null);
    this.store.options.reload();
  }

  private async begin(options: LaunchOptions, again: string | undefined): Promise<void> {
    if (options.current !== null || this.beginning()) return;
    try {
      const empty = emptyDraft(options, crypto.randomUUID());
      const repeated = again === undefined ? null : await this.repeated(again);
      const draft = draftOf(await this.keeper.open(options.leader.email, requestOf(empty)), options);
      const isUntouched = draft.colleagues.trim() === '';
      this.beginning.set(
        repeated && isUntouched ? { draft: draftAgain(repeated, options, draft.id), again: null } : { draft, again: repeated },
      );
    } catch (error) {
      this.draftRefused.set(refusalOf(error));
    }
  }

  /** Null where that round is not there, or is somebody else's: the page then begins as it would without it. */
  private async repeated(round: string): Promise<RoundAgain | null> {
    try {
      return RoundAgain.parse(await firstValueFrom(this.http.get(of(path.again, encodeURIComponent(round)))));
    } catch (error) {
      if (refusalOf(error).status === 404) return null;
      throw error;
    }
  }
}
