import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReportView } from '@facet/contract';
import { withheldByAuditInWords } from '@facet/report-in-words';
import { Notice } from '@facet/web-kit';

/** In place of a quality's numbers, where the audit of the report found that they would say too much. */
@Component({
  selector: 'facet-withheld-by-audit',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice],
  template: `
    <kit-notice tone="caution" [heading]="words().heading">
      @for (paragraph of words().paragraphs; track paragraph) {
        <p>{{ paragraph }}</p>
      }
    </kit-notice>
  `,
})
export class WithheldByAudit {
  readonly report = input.required<ReportView>();
  protected readonly words = computed(() => withheldByAuditInWords(this.report()));
}
