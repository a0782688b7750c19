import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import type { CoachingView } from '@facet/contract';
import { Control, LabelledField, typedFrom } from '@facet/web-kit';
import { errorsFrom } from '../round/errors-from';
import { CoachingStore } from './coaching-store';

/** One round and its coach, and the choice of another. */
@Component({
  selector: 'facet-give-round',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField],
  templateUrl: './give-round.html',
  styleUrl: './give-round.css',
})
export class GiveRound {
  readonly round = input.required<CoachingView['rounds'][number]>();
  readonly coaches = input.required<CoachingView['coaches']>();

  private readonly store = inject(CoachingStore);
  private readonly typed = typedFrom(() => ({ coach: this.round().coach.id }));
  protected readonly isSame = computed(() => this.typed().coach === this.round().coach.id);
  /** Whom the round could be given to. */
  protected readonly others = computed(() => this.coaches().filter(({ id }) => id !== this.round().coach.id));
  /** A coach whom no round is given to any more may still have this one. */
  protected readonly isOffered = computed(() => this.coaches().some(({ id }) => id === this.round().coach.id));

  protected readonly form = form(this.typed, {
    submission: {
      action: async ({ coach }) => {
        if (this.isSame()) return [];
        const { id, leader } = this.round();
        const chosen = this.coaches().find((one) => one.id === this.typed().coach)?.name ?? '';
        return errorsFrom(
          await this.store.give(id, this.typed().coach, `${chosen} coaches the round of ${leader} from now on.`),
          () => coach,
        );
      },
    },
  });
}
