import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { LaunchOptions } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import { ClosingFields } from '../closing/closing-fields';
import type { Draft } from './draft';

/** Who checks the list and reads first, and until when colleagues can answer. */
@Component({
  selector: 'facet-coach-and-closing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ClosingFields, Control, FormField, LabelledField],
  templateUrl: './coach-and-closing.html',
  styleUrl: './coach-and-closing.css',
})
export class CoachAndClosing {
  readonly coach = input.required<FieldTree<string>>();
  readonly closing = input.required<FieldTree<Draft['closing']>>();
  readonly options = input.required<LaunchOptions>();
  /** The closing as colleagues will read it. */
  readonly closes = input.required<string>();

  protected readonly coaches = computed(() => this.options().coaches);
}
