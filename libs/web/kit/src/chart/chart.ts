import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import type { Chart as Drawn } from '@facet/charts';
import { Drawing } from './drawing';
import { Figures } from './figures';

/** Below this a table has a line for each figure, and is as long as several screens: see figures.css. */
const NARROW = 640;

/**
 * A chart at the width of its place: the picture, its one sentence, and the table with every figure, which is folded where the place is
 * narrow. On paper it lies open, and a search of the page finds it.
 */
@Component({
  selector: 'kit-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Drawing, Figures],
  template: `
    @if (drawn(); as drawn) {
      <figure>
        <kit-drawing [picture]="drawn.drawing" [label]="drawn.summary" />
        <figcaption aria-hidden="true">{{ drawn.summary }}</figcaption>
      </figure>
      <details class="kit-fold" [class.beside]="!narrow()" [open]="!narrow()">
        <summary>The figures as a table</summary>
        <kit-figures [table]="drawn.table" [rows]="rows()" />
      </details>
    }
  `,
  styleUrl: './chart.css',
})
export class Chart {
  /** The chart for a width in CSS pixels. */
  readonly draw = input.required<(width: number) => Drawn>();
  /** See Figures. */
  readonly rows = input('');

  /** 0 until the place has been measured: what is drawn is drawn once. */
  private readonly width = signal(0);
  protected readonly narrow = computed(() => this.width() < NARROW);
  protected readonly drawn = computed(() => (this.width() > 0 ? this.draw()(this.width()) : null));

  constructor() {
    const place = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const watch = new ResizeObserver(() => {
      if (place.clientWidth > 0) this.width.set(place.clientWidth);
    });
    watch.observe(place);
    afterNextRender({ earlyRead: () => this.width.update((width) => width || place.clientWidth || NARROW) });
    inject(DestroyRef).onDestroy(() => watch.disconnect());
  }
}
