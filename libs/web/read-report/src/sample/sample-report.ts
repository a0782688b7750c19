import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { path, ReportView } from '@facet/contract';
import { Notice, Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { ReportPage } from '../report/report-page';

/** A report about nobody, so that people know what is coming before a launch. */
@Component({
  selector: 'facet-sample-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice, Page, Refusal, ReportPage, Waiting],
  template: `
    @if (report(); as report) {
      <kit-notice heading="This is a sample">
        <p>Nobody in it exists, and nobody answered: it shows what a report on your framework looks like.</p>
      </kit-notice>
      <facet-report-page [report]="report" [sample]="true" />
    } @else {
      <kit-page heading="A sample report">
        @if (refusal(); as problem) {
          <kit-refusal [problem]="problem" [retries]="true" (retry)="answer.reload()" />
        } @else {
          <kit-waiting label="Fetching the sample" />
        }
      </kit-page>
    }
  `,
  styles: ':host { display: grid; gap: var(--gap-6); grid-template-columns: minmax(0, 1fr) }',
})
export class SampleReport {
  protected readonly answer = httpResource(() => path.sampleReport, { parse: (body) => ReportView.parse(body) });
  protected readonly report = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly refusal = computed(() => {
    const error = this.answer.error();
    return error ? refusalOf(error) : null;
  });
}
