import { ChangeDetectionStrategy, Component, effect, inject, input, type OnInit, signal } from '@angular/core';
import type { DeskView } from '@facet/contract';
import { Control, LabelledField, SaveState, TwoTexts } from '@facet/web-kit';
import { NotesKeeper } from './notes-keeper';

/** A coach's own notes on the conversation. They save themselves, and nothing that is typed is lost. */
@Component({
  selector: 'facet-debrief-notes',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, LabelledField, SaveState, TwoTexts],
  providers: [NotesKeeper],
  host: { '(window:beforeunload)': 'holdBack($event)' },
  templateUrl: './debrief-notes.html',
  styles: ':host { display: grid; gap: var(--gap-3) } textarea { min-height: 12rem }',
})
export class DebriefNotes implements OnInit {
  readonly round = input.required<string>();
  /** The coach's address: another coach at this browser never finds these notes. */
  readonly coach = input.required<string>();
  /** As the server had them when the page was opened; what is typed here goes before any later ones. */
  readonly kept = input.required<DeskView['notes']>();

  protected readonly keeper = inject(NotesKeeper);
  protected readonly text = signal('');
  private opened = false;

  constructor() {
    effect(() => {
      const text = this.text();
      if (this.opened) this.keeper.offer(text);
    });
  }

  ngOnInit(): void {
    this.text.set(this.keeper.open(this.round(), this.coach(), this.kept()));
    this.opened = true;
  }

  protected choose(which: 'here' | 'there', theirs: DeskView['notes']): void {
    if (which === 'here') this.keeper.keepMine(theirs, this.text());
    else this.text.set(this.keeper.takeTheirs(theirs));
  }

  protected holdBack(closing: Event): void {
    if (this.keeper.state() !== 'saved') closing.preventDefault();
  }
}
