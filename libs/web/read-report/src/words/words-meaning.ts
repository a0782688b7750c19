import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { clearlyInWords, type ReportView } from '@facet/contract';
import { wordsUsed } from '@facet/report-in-words';

/** One legend for every word that stands beside a gap or in place of a number. */
@Component({
  selector: 'facet-words-meaning',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (words().length > 0) {
      <h3 id="words" tabindex="-1">What the words mean</h3>
      <dl class="kit-terms">
        @for (one of words(); track one.word) {
          <dt>{{ one.word }}</dt>
          <dd>{{ one.meaning }}</dd>
        }
      </dl>
      <p class="kit-quiet">{{ clearly() }}</p>
    }
  `,
  styles: ':host { display: grid; gap: var(--gap-3) }',
})
export class WordsMeaning {
  readonly report = input.required<ReportView>();
  protected readonly words = computed(() => wordsUsed(this.report()));
  protected readonly clearly = computed(() => clearlyInWords(this.report().rules));
}
