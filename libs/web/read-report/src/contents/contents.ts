import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { QualityReport } from '@facet/contract';
import { GoTo } from '../on-page/go-to';
import { qualityPlace } from '../on-page/places';
import { stoneOf } from './stone-of';

/** The table of contents: the cut stone, each facet a link to its quality, and the same as a plain list. The one last led to is lit. */
@Component({
  selector: 'facet-contents',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GoTo],
  templateUrl: './contents.html',
  styleUrl: './contents.css',
})
export class Contents {
  readonly qualities = input.required<readonly Pick<QualityReport, 'code' | 'name'>[]>();

  protected readonly place = qualityPlace;
  protected readonly current = signal<string | null>(null);
  protected readonly facets = computed(() => {
    const stone = stoneOf(this.qualities().length);
    return this.qualities().flatMap(({ code, name }, at) => {
      const facet = stone[at];
      return facet ? [{ ...facet, code, name }] : [];
    });
  });
}
