import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, InjectionToken, Injector } from '@angular/core';
import { Arrival } from './arrival';
import { announcePage } from './first/announce-page';
import { fetchPart } from './first/fetch-part';
import { Later } from './first/later';
import { ownLetters } from './first/own-letters';
import { QualityPage } from './first/quality-page';
import { WelcomePage } from './first/welcome-page';
import { type Link, takeLink } from './link/link';

/** The link as it was taken out of the address bar, before anything else was loaded. */
export const LINK = new InjectionToken<Link>('LINK');

/** What the page says, as it is served, until the survey is here: no language has arrived yet. */
export const WAITING = new InjectionToken<string>('WAITING');

/** The colleague's pages: one at a time, without a router, since an address would end up in a history. */
@Component({
  selector: 'facet-survey',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Later, QualityPage, WelcomePage],
  host: {
    '(document:visibilitychange)': 'push()',
    '(window:pagehide)': 'push()',
    '(window:online)': 'push()',
    '(window:hashchange)': 'followLink()',
    '(window:beforeunload)': 'holdBack($event)',
  },
  template: `
    @if (arrival.survey(); as survey) {
      @let place = survey.place();
      @switch (place.page) {
        @case ('welcome') {
          <facet-welcome-page [survey]="survey" />
        }
        @case ('quality') {
          @for (quality of qualities(); track quality.code) {
            <facet-quality-page [survey]="survey" [quality]="quality" />
          }
        }
        @default {
          @for (shown of [{ page: place.page }]; track shown.page) {
            <facet-later [part]="shown.page" [given]="{ survey }" (shown)="announce()" />
          }
        }
      }
      @if (survey.sheet.conflicts().length > 0) {
        <facet-later part="conflicts" [given]="{ survey }" />
      }
    } @else if (arrival.door().kind === 'loading') {
      <main class="cover">
        <p class="kit-quiet" role="status">{{ waiting }}</p>
      </main>
    } @else {
      <facet-later part="door" [given]="{ arrival }" (shown)="announce()" />
    }
  `,
})
export class GiveFeedback {
  protected readonly waiting = inject(WAITING);
  private readonly injector = inject(Injector);
  protected readonly arrival = new Arrival(inject(LINK), () => this.turned());
  /** One quality at most: as a list, so that the next one gets a page of its own instead of the fields of the last. */
  protected readonly qualities = computed(() => {
    const quality = this.arrival.survey()?.quality();
    return quality ? [quality] : [];
  });

  protected announce(): void {
    const place = this.arrival.survey()?.place();
    announcePage(place?.page === 'quality' ? place.focus : undefined);
    ownLetters.putOn();
    if (place?.page !== 'quality') return;
    ownLetters.fetch();
    void fetchPart('review');
  }

  protected push(): void {
    void this.arrival.survey()?.sheet.push();
  }

  /** Another link was opened in this tab, which by itself loads nothing anew. */
  protected followLink(): void {
    takeLink();
    location.reload();
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (this.arrival.survey()?.sheet.keeping() === 'unreachable') event.preventDefault();
  }

  private turned(): void {
    afterNextRender(() => this.announce(), { injector: this.injector });
  }
}
