import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { clearlyInWords, type ReportView } from '@facet/contract';
import { comparedIn, leadingLists, whatItRestsOn, whatItSays, whoStandsHere } from '@facet/report-in-words';
import { Section } from '@facet/web-kit';
import { GoTo } from '../on-page/go-to';
import { behaviourPlace } from '../on-page/places';

/** The message of the report before its figures: who stands in it, and the behaviours that a conversation can begin with. */
@Component({
  selector: 'facet-first-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GoTo, Section],
  templateUrl: './first-page.html',
  styleUrl: './first-page.css',
})
export class FirstPage {
  readonly report = input.required<ReportView>();

  protected readonly place = behaviourPlace;
  protected readonly who = computed(() => whoStandsHere(this.report()));
  protected readonly restsOn = computed(() => whatItRestsOn(this.report()));
  protected readonly says = computed(() => whatItSays(this.report()));
  protected readonly lists = computed(() => (comparedIn(this.report()) === 0 ? [] : leadingLists(this.report())));
  protected readonly clearly = computed(() => clearlyInWords(this.report().rules));
}
