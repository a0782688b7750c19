import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { LaunchOptions } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import type { Draft } from './draft';
import { remindersInWords } from './reminders-in-words';

/** How often colleagues are reminded who have not answered: usual, and folded away, so that most leaders pass it by. */
@Component({
  selector: 'facet-reminders',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, LabelledField],
  templateUrl: './reminders.html',
  styleUrl: './reminders.css',
})
export class Reminders {
  readonly field = input.required<FieldTree<Draft['reminders']>>();
  readonly bounds = input.required<LaunchOptions['reminders']['bounds']>();

  protected readonly inWords = computed(() => remindersInWords(this.field()().value()));
  protected readonly offered = computed(() => {
    const { firstDays, spacingDays, most } = this.bounds();
    return { firstDays: upTo(firstDays), spacingDays: upTo(spacingDays), most: upTo(most) };
  });
}

const upTo = ({ least, most }: { readonly least: number; readonly most: number }): string[] =>
  Array.from({ length: most - least + 1 }, (_, index) => String(least + index));
