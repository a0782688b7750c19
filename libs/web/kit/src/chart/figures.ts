import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Table } from '@facet/charts';

/** The figures of a chart. What a row is about stands above its figures, so that a long statement leaves them room. */
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
}
