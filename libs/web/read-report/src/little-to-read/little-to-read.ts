import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dumbbell } from '@facet/charts';
import type { ExpectationsView, ReportView } from '@facet/contract';
import { littleInWords, nothingOn, qualitiesToRead, shownFigures } from '@facet/report-in-words';
import { Chart, Figures, Section } from '@facet/web-kit';
import { Expected } from '../expected/expected';
import { qualityPlace } from '../on-page/places';
import { PeopleShown } from '../people/people-shown';
import { Words } from '../quality/words';
import { WordsMeaning } from '../words/words-meaning';

/** A table has no picture to be as wide as. */
const ANY_WIDTH = 640;

/** A report with hardly a number of colleagues: what can be read and why the rest cannot, what was said under a name, and what to do now. */
@Component({
  selector: 'facet-little-to-read',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Expected, Figures, PeopleShown, RouterLink, Section, Words, WordsMeaning],
  templateUrl: './little-to-read.html',
})
export class LittleToRead {
  readonly report = input.required<ReportView>();
  /** What the leader expected; null where there is none to read. */
  readonly expectations = input<ExpectationsView | null>(null);

  protected readonly place = qualityPlace;
  protected readonly said = computed(() => littleInWords(this.report()));
  protected readonly nothingOn = computed(() => nothingOn(this.report()));
  protected readonly shown = computed(() => {
    const data = shownFigures(this.report());
    return data && ((width: number) => dumbbell(data, width));
  });
  protected readonly qualities = computed(() =>
    qualitiesToRead(this.report()).map(({ figures, ...one }) => ({ ...one, table: figures && dumbbell(figures, ANY_WIDTH).table })),
  );
}
