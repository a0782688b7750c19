import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { path } from '@facet/contract';
import { Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { DeskComment } from './desk-comment';
import { DeskStore } from './desk-store';

/** The coach’s desk beside a report: comments to withhold, private notes, and the day of the release. */
@Component({
  selector: 'facet-desk',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DeskComment, Page, Refusal, RouterLink, Section, Waiting],
  providers: [DeskStore],
  templateUrl: './desk.html',
  styleUrl: './desk.css',
})
export class Desk {
  readonly round = input.required<string>();

  protected readonly store = inject(DeskStore);
  protected readonly view = computed(() => (this.store.desk.hasValue() ? this.store.desk.value() : null));
  protected readonly notFetched = computed(() => {
    const error = this.store.desk.error();
    return error ? refusalOf(error) : null;
  });
  /** What was typed stays while comments are withheld beside it. */
  protected readonly notes = linkedSignal({ source: () => this.view()?.notes.text ?? '', computation: (text) => text });
  protected readonly date = linkedSignal(() => this.view()?.release.earliest ?? '');
  protected time = '09:00';

  constructor() {
    effect(() => this.store.open(this.round()));
  }

  protected async keepNotes(): Promise<void> {
    await this.store.change(path.debriefNotes, { version: this.view()?.notes.version ?? null, text: this.notes() }, 'Your notes are kept.');
  }

  protected async chooseDay(): Promise<void> {
    await this.store.change(path.releaseDay, { date: this.date(), time: this.time }, 'The day of the release is settled.');
  }
}
