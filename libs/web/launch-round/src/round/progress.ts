import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RoundView } from '@facet/contract';
import { Section } from '@facet/web-kit';

/** One word per promised group, and why there is no more to see. */
@Component({
  selector: 'facet-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Section],
  templateUrl: './progress.html',
  styleUrl: './progress.css',
})
export class Progress {
  readonly groups = input.required<RoundView['progress']>();
  readonly minimum = input.required<number>();
  /** In demo mode the words change at once. */
  readonly demo = input(false);

  protected readonly someAtClosing = computed(() => this.groups().some(({ word }) => word === 'told at closing'));
}
