import { afterNextRender, ChangeDetectionStrategy, Component, DestroyRef, ElementRef, inject, input, signal } from '@angular/core';
import type { Table } from '@facet/charts';

/**
 * The figures of a chart. What a row is about stands above its figures, so that a long statement leaves them room; where the place is
 * narrow, each figure has a line of its own with its column's head beside it. Roles are written out: a table that is laid out otherwise
 * loses its own.
 */
@Component({
  selector: 'kit-figures',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './figures.html',
  styleUrl: './figures.css',
})
export class Figures {
  readonly table = input.required<Table>();
  /** What the ids of the lines begin with, before their code: others on the page can lead to a line. Empty: no ids. */
  readonly rows = input('');

  /** Wider than its place: whoever has no pointer moves it with the arrow keys. */
  protected readonly scrolls = signal(false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const left = inject(DestroyRef);
    afterNextRender(() => {
      const place = host.querySelector('.kit-scroll');
      if (place === null) return;
      const watch = new ResizeObserver(() => this.scrolls.set(place.scrollWidth > place.clientWidth));
      watch.observe(place);
      left.onDestroy(() => watch.disconnect());
    });
  }
}
