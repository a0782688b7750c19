import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { of, path, type ReportView } from '@facet/contract';
import { fileNameOf } from '@facet/report-in-words';
import { DownloadPdf } from '../download-pdf/download-pdf';

/** The report on paper and as files, and who has looked at it. */
@Component({
  selector: 'facet-tools',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DownloadPdf, RouterLink],
  template: `
    <div class="kit-actions kit-on-screen">
      <button type="button" class="kit-button kit-button-quiet" (click)="print()">Print</button>
      @if (!sample()) {
        <a class="kit-button kit-button-quiet" [href]="csv()" [attr.download]="fileName()">Download the numbers (CSV)</a>
        <facet-download-pdf [report]="report()" />
        <a [routerLink]="['/rounds', report().round, 'report', 'views']">Who has looked</a>
      }
    </div>
  `,
})
export class Tools {
  readonly report = input.required<ReportView>();
  /** About nobody: there is no file to fetch and no log to read. */
  readonly sample = input.required<boolean>();

  private readonly document = inject(DOCUMENT);
  protected readonly csv = computed(() => of(path.reportCsv, this.report().round));
  protected readonly fileName = computed(() => fileNameOf(this.report(), 'csv'));

  protected print(): void {
    this.document.defaultView?.print();
  }
}
