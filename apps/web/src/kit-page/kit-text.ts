import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Steps, type Step } from '@facet/web-kit';

/** Headings, running text, a table, terms and what is folded away. */
@Component({
  selector: 'facet-kit-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Steps],
  templateUrl: './kit-text.html',
  styleUrl: './pieces.css',
})
export class KitText {
  protected readonly steps: readonly Step[] = [
    { label: 'Prepare', state: 'done' },
    { label: 'Invite', state: 'done' },
    { label: 'Collect', state: 'next' },
    { label: 'Debrief', state: 'later' },
    { label: 'Develop', state: 'later' },
  ];
}
