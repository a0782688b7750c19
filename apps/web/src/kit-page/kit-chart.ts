import { ChangeDetectionStrategy, Component } from '@angular/core';
import { dumbbell, type DumbbellData } from '@facet/charts';
import { Chart, Figures } from '@facet/web-kit';

const data: DumbbellData = {
  caption: 'Two behaviours, one of them not shown',
  scale: [
    { value: 1, label: 'not yet seen' },
    { value: 2, label: 'seen a little' },
    { value: 3, label: 'seen in some situations' },
    { value: 4, label: 'seen in most situations' },
    { value: 5, label: 'seen consistently' },
  ],
  series: [
    { voice: 'self', label: 'Self' },
    { voice: 'others', label: 'All others' },
    { voice: 'line_manager', label: 'Line manager' },
  ],
  rows: [
    {
      code: '1.1',
      label: 'Asks before deciding',
      points: [
        { value: 4, n: null },
        { value: 3.25, n: 8 },
        { value: 3, n: null },
      ],
      gap: 0.75,
      verdict: 'self higher',
    },
    {
      code: '1.2',
      label: 'Says what was learnt from a mistake',
      points: [{ value: 3, n: null }, { why: 'fewer than three saw it' }, { value: 4, n: null }],
      gap: null,
      verdict: null,
    },
  ],
};

/** The main chart with a figure that is not shown. */
@Component({
  selector: 'facet-kit-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Figures],
  template: `
    <kit-chart [draw]="draw" />
    <p class="kit-quiet">Its figures stand alone where there is nothing to draw:</p>
    <kit-figures [table]="figures" />
  `,
})
export class KitChart {
  protected readonly draw = (width: number) => dumbbell(data, width);
  protected readonly figures = { ...dumbbell(data, 640).table, caption: 'The same figures, with nothing drawn' };
}
