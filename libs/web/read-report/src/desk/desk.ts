import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Me } from '@facet/contract';
import { Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { DeskComment } from './desk-comment';
import { DeskStore } from './desk-store';
import { DebriefNotes } from './notes/debrief-notes';
import { ReleaseDayForm } from './release-day-form';

/** The coach’s desk beside a report: comments to withhold, private notes, and the day of the release. */
@Component({
  selector: 'facet-desk',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DebriefNotes, DeskComment, Page, Refusal, ReleaseDayForm, RouterLink, Section, Waiting],
  providers: [DeskStore],
  templateUrl: './desk.html',
  styleUrl: './desk.css',
})
export class Desk {
  readonly round = input.required<string>();
  readonly me = input.required<Me>();

  protected readonly store = inject(DeskStore);
  protected readonly view = computed(() => (this.store.desk.hasValue() ? this.store.desk.value() : null));
  /** By quality, numbered throughout. */
  protected readonly comments = computed(() => {
    const view = this.view();
    const all = view?.comments.map((comment, at) => ({ comment, number: at + 1 })) ?? [];
    return view?.qualities.map((one) => ({ ...one, comments: all.filter(({ comment }) => comment.quality === one.code) })) ?? [];
  });
  protected readonly notFetched = computed(() => {
    const error = this.store.desk.error();
    return error ? refusalOf(error) : null;
  });

  constructor() {
    effect(() => this.store.open(this.round()));
  }
}
