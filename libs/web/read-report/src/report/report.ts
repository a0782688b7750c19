import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { of, path, ReportView } from '@facet/contract';
import { Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { ReportPage } from './report-page';

/** Fetches a round's report, or says why there is none to read. */
@Component({
  selector: 'facet-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, ReportPage, Waiting],
  template: `
    @if (report(); as report) {
      <facet-report-page [report]="report" (released)="answer.reload()" />
    } @else {
      <kit-page heading="Report">
        @if (refusal(); as problem) {
          <kit-refusal [problem]="problem" [retries]="true" (retry)="answer.reload()" />
        } @else {
          <kit-waiting label="Fetching the report" />
        }
      </kit-page>
    }
  `,
})
export class Report {
  readonly round = input.required<string>();

  protected readonly answer = httpResource(() => of(path.report, this.round()), { parse: (body) => ReportView.parse(body) });
  protected readonly report = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly refusal = computed(() => {
    const error = this.answer.error();
    return error ? refusalOf(error) : null;
  });
}
