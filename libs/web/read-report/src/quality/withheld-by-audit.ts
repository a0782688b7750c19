import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { Notice } from '@facet/web-kit';

/** In place of a quality's numbers, where the audit of the report found that they would say too much. */
@Component({
  selector: 'facet-withheld-by-audit',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice],
  template: `
    <kit-notice tone="caution" heading="Colleagues’ numbers on this quality are withheld">
      <p>
        Before this report was stored, a second method checked whether its numbers, put together, could show what fewer than
        {{ report().minimum }} people answered. For this quality they could, so none of them is shown. The other qualities are not touched.
      </p>
      @if (report().as === 'coach') {
        <p>
          It should not happen, and the administrators of {{ report().organisation }} were told at once, without any answer. There is
          nothing for you to report. Read and release the rest; to hear about this quality, ask again with a new round.
        </p>
      } @else {
        <p>It says nothing about you. To hear about this quality, ask again with a new round.</p>
      }
    </kit-notice>
  `,
})
export class WithheldByAudit {
  readonly report = input.required<ReportView>();
}
