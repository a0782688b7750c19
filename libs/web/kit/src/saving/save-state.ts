import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SaveState as State } from './saver';

const words: Readonly<Record<State, string>> = {
  saved: 'Saved. You can go on here or on any other device.',
  saving: 'Saving…',
  'not saved': 'Not saved yet: we will try again. What you typed is kept in this browser.',
  elsewhere: 'Not saved: this was changed somewhere else. Please choose above.',
  gone: '',
};

/** Whether the server has what was typed, in words that are true at this moment. */
@Component({
  selector: 'kit-save-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p role="status" [class.waits]="state() === 'not saved' || state() === 'elsewhere'">{{ inWords() }}</p>`,
  styleUrl: './save-state.css',
})
export class SaveState {
  readonly state = input.required<State>();
  /** The browser takes no copy (storage switched off or full). */
  readonly keepsNoCopy = input(false);

  protected readonly inWords = computed(() =>
    this.state() === 'not saved' && this.keepsNoCopy()
      ? 'Not saved yet: we will try again. Leave the page open meanwhile.'
      : words[this.state()],
  );
}
