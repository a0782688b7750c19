import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import type { RoundView } from '@facet/contract';
import { Confirm, Control, LabelledField, typedFrom } from '@facet/web-kit';
import { CorrectAddress } from './correct-address';
import { errorsFrom } from './errors-from';
import { RoundStore } from './round-store';

/** The coach corrects an address or puts one colleague into another group, while nothing has left, or takes them out of the round. */
@Component({
  selector: 'facet-change-colleague',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Confirm, Control, CorrectAddress, FormField, FormRoot, LabelledField],
  templateUrl: './change-colleague.html',
  styleUrl: './change-colleague.css',
})
export class ChangeColleague {
  readonly colleague = input.required<RoundView['colleagues'][number]>();
  readonly groups = input.required<RoundView['groups']>();

  protected readonly store = inject(RoundStore);
  /** Unique on its page, and the same for this colleague whatever the order of the list. */
  protected readonly name = computed(() => `change-${this.colleague().email.replace(/[^a-z0-9]/gi, '-')}`);
  private readonly typed = typedFrom<{ group: string }>(() => ({ group: this.colleague().code }));

  protected readonly form = form(this.typed, {
    submission: {
      action: async ({ group }) => {
        const { email, name } = this.colleague();
        const wanted = this.groups().find(({ code }) => code === this.typed().group)?.code;
        return errorsFrom(wanted && wanted !== 'self' ? await this.store.moveColleague({ email, group: wanted }, name) : null, () => group);
      },
    },
  });
}
