import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { LaunchOptions } from '@facet/contract';
import { Choices, Control, LabelledField } from '@facet/web-kit';
import { LONGEST_MESSAGE } from './launch-rules';

/** How many must stand behind a figure, and a word of the leader's own. */
@Component({
  selector: 'facet-minimum-and-message',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Control, FormField, LabelledField],
  templateUrl: './minimum-and-message.html',
  styleUrl: './minimum-and-message.css',
})
export class MinimumAndMessage {
  readonly minimum = input.required<FieldTree<string>>();
  readonly message = input.required<FieldTree<string>>();
  readonly bounds = input.required<LaunchOptions['minimum']>();

  protected readonly left = computed(() => LONGEST_MESSAGE - this.message()().value().length);
  protected readonly leftInWords = computed(() =>
    this.left() < 0 ? `${-this.left()} characters too many.` : `${this.left()} characters left.`,
  );
  protected readonly offered = computed(() => {
    const { least, usual, most } = this.bounds();
    return Array.from({ length: most - least + 1 }, (_, i) => ({ value: String(least + i), usual: least + i === usual }));
  });
}
