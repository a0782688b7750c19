import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Notice } from '@facet/web-kit';
import { GoTo } from '../on-page/go-to';
import { behaviourPlace } from '../on-page/places';
import type { UnanimousPlace } from './unanimous-places';

/** For the coach alone: where a mean gives a whole group away, and how to talk about it. */
@Component({
  selector: 'facet-unanimous-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GoTo, Notice],
  templateUrl: './unanimous-notice.html',
  styleUrl: './unanimous-notice.css',
})
export class UnanimousNotice {
  readonly places = input.required<readonly UnanimousPlace[]>();
  protected readonly place = behaviourPlace;
  protected readonly lowest = computed(() => this.places().some(({ lowest }) => lowest));
}
