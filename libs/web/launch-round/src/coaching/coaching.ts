import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty, Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { CoachingStore } from './coaching-store';
import { GiveRound } from './give-round';

/** An administrator sees to it that every round has a coach, and sees nothing of how a round is going. */
@Component({
  selector: 'facet-coaching',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Empty, GiveRound, Page, Refusal, RouterLink, Section, Waiting],
  providers: [CoachingStore],
  templateUrl: './coaching.html',
  styleUrl: './coaching.css',
})
export class Coaching {
  protected readonly store = inject(CoachingStore);
  protected readonly view = computed(() => (this.store.coaching.hasValue() ? this.store.coaching.value() : null));
  protected readonly notFetched = computed(() => {
    const error = this.store.coaching.error();
    return error ? refusalOf(error) : null;
  });
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  constructor() {
    // The pressed button is disabled now: the focus goes to what the press has done.
    afterRenderEffect(() => {
      if (this.store.said()) this.said().nativeElement.focus();
    });
  }
}
