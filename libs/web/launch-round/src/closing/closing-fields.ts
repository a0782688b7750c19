import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { MoveClosing } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import { zonesWith } from './zones';

/** Day, time and zone of a closing, and how colleagues will read it. */
@Component({
  selector: 'facet-closing-fields',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, LabelledField],
  templateUrl: './closing-fields.html',
  styleUrl: './closing-fields.css',
})
export class ClosingFields {
  readonly closing = input.required<FieldTree<MoveClosing>>();
  readonly ownZone = input.required<string>();
  readonly closes = input('');

  protected readonly zones = computed(() => zonesWith(this.ownZone()));
}
