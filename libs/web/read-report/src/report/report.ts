import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ExpectationsView, of, path, ReportView } from '@facet/contract';
import { Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { ReportPage } from './report-page';

/** Fetches a round's report with what its leader expected, or says why there is none to read. */
@Component({
  selector: 'facet-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, ReportPage, RouterLink, Waiting],
  template: `
    @if (report(); as report) {
      <facet-report-page [report]="report" [expectations]="expectations()" (released)="answer.reload()" />
    } @else if (expectationFirst(); as problem) {
      <kit-page [heading]="problem.title">
        <p kitLede class="kit-lede">{{ problem.detail }}</p>
        <div class="kit-actions">
          <a class="kit-button" [routerLink]="['/rounds', round(), 'expectations']">Write what I expect</a>
        </div>
      </kit-page>
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
  protected readonly expectationFirst = computed(() => {
    const problem = this.refusal();
    return problem?.code === 'expectation_first' ? problem : null;
  });

  /** The coach may read them from the release on; a report without them is a report all the same. */
  private readonly expected = httpResource(
    () => {
      const report = this.report();
      return report && (report.as === 'leader' || report.releasedOn !== null) ? of(path.expectations, report.round) : undefined;
    },
    { parse: (body) => ExpectationsView.parse(body) },
  );
  protected readonly expectations = computed(() => (this.expected.hasValue() ? this.expected.value() : null));
}
