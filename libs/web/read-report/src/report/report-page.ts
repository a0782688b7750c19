import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dumbbell } from '@facet/charts';
import { type ExpectationsView, type ReportView } from '@facet/contract';
import { type Order, qualitiesData } from '@facet/report-in-words';
import { Chart, Choices, Page, Section } from '@facet/web-kit';
import { AnotherWay } from '../another-way/another-way';
import { Contents } from '../contents/contents';
import { FirstPage } from '../first-page/first-page';
import { Limits } from '../limits/limits';
import { LittleToRead } from '../little-to-read/little-to-read';
import { GoTo } from '../on-page/go-to';
import { PartByPart } from '../on-page/part-by-part';
import { CONTENTS, RELEASE } from '../on-page/places';
import { PeopleShown } from '../people/people-shown';
import { QualitySection } from '../quality/quality-section';
import { ReleaseReport } from '../release/release-report';
import { Tools } from '../tools/tools';
import { HowMade } from '../words/how-made';
import { WordsMeaning } from '../words/words-meaning';

/** The report as its coach and its leader read it: the same page, and for the coach the way to release it. */
@Component({
  selector: 'facet-report-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AnotherWay,
    Chart,
    Choices,
    Contents,
    FirstPage,
    GoTo,
    HowMade,
    Limits,
    LittleToRead,
    Page,
    PeopleShown,
    QualitySection,
    ReleaseReport,
    RouterLink,
    Section,
    Tools,
    WordsMeaning,
  ],
  providers: [PartByPart],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
  host: { '[attr.aria-busy]': "isWhole() ? null : 'true'", '(window:beforeprint)': 'parts.finish()' },
})
export class ReportPage {
  readonly report = input.required<ReportView>();
  /** About nobody: there is no file to fetch and no log to read. */
  readonly sample = input(false);
  /** What the leader expected; null where there is none to read. */
  readonly expectations = input<ExpectationsView | null>(null);
  readonly released = output();

  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly parts = inject(PartByPart);
  /** What stands below the first chart, each quality, and the end of the page; a report with little to read is one part. */
  private readonly end = computed(() => (this.report().little ? 0 : this.report().qualities.length + 2));
  /** The two pictures that are folded away come last: they take the longest to draw. */
  private readonly last = computed(() => (this.report().little ? 0 : this.end() + 2));
  protected readonly hasEnd = computed(() => this.parts.there() >= this.end());
  protected readonly drawn = computed(() => this.parts.there() - this.end());
  protected readonly isWhole = computed(() => this.parts.there() >= this.last());
  protected readonly contents = CONTENTS;
  protected readonly release = RELEASE;
  protected readonly order = signal<Order>('framework');
  protected readonly over = computed(() => {
    const { organisation, framework } = this.report();
    return `Report · ${framework.name}, version ${framework.version} · ${organisation}`;
  });
  protected readonly qualities = computed(() => {
    const data = qualitiesData(this.report(), this.order());
    return (width: number) => dumbbell(data, width);
  });

  constructor() {
    this.parts.upTo(this.last);
  }

  /** The controls that were pressed go away: reading begins again at the top, which says what has happened. */
  protected afterRelease(): void {
    this.page.querySelector('h1')?.focus();
    this.released.emit();
  }
}
