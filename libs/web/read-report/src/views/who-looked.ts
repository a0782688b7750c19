import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { of, path, ReportViews } from '@facet/contract';
import { Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';

/** Who has looked at a report, for its leader and its coach. */
@Component({
  selector: 'facet-who-looked',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Page, Refusal, RouterLink, Waiting],
  template: `
    <kit-page heading="Who has looked at this report">
      <p><a [routerLink]="['/rounds', round(), 'report']">Back to the report</a></p>
      @if (refusal(); as problem) {
        <kit-refusal [problem]="problem" [retries]="true" (retry)="answer.reload()" />
      } @else if (views(); as views) {
        <dl class="kit-terms">
          @for (view of views; track $index) {
            <dt>{{ view.at }}</dt>
            <dd>
              <bdi>{{ view.who }}</bdi>, {{ view.as }}: {{ forms[view.what] }}
            </dd>
          } @empty {
            <dt>Nobody yet</dt>
            <dd>Each look is written down, to the minute.</dd>
          }
        </dl>
      } @else {
        <kit-waiting label="Fetching who has looked" />
      }
    </kit-page>
  `,
})
export class WhoLooked {
  readonly round = input.required<string>();

  protected readonly forms = { page: 'the page', csv: 'the numbers as a file', pdf: 'the PDF' } as const;
  protected readonly answer = httpResource(() => of(path.reportViews, this.round()), { parse: (body) => ReportViews.parse(body) });
  protected readonly views = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly refusal = computed(() => {
    const error = this.answer.error();
    return error ? refusalOf(error) : null;
  });
}
