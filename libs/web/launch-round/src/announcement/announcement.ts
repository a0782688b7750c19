import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { paragraphsOf } from '../launch/paragraphs';

/** A text with which the leader tells everybody of the round, to be copied into whatever the staff room reads. */
@Component({
  selector: 'facet-announcement',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './announcement.html',
  styleUrl: './announcement.css',
})
export class Announcement {
  readonly text = input.required<string>();

  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly said = signal('');
  protected readonly paragraphs = computed(() => paragraphsOf(this.text()));

  protected async copy(): Promise<void> {
    try {
      await this.window?.navigator.clipboard.writeText(this.text());
      this.said.set('Copied. Paste it where your colleagues read.');
    } catch {
      this.said.set('Your browser did not let us copy it. Mark the text and copy it by hand.'); // clipboard closed, or no permission
    }
  }
}
