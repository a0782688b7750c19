import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Empty, Notice, Refusal, SaveState, TwoTexts, Waiting } from '@facet/web-kit';

/** Waiting, empty, refused, not reached; saved or not; and what there is to know. */
@Component({
  selector: 'facet-kit-states',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Empty, Notice, Refusal, SaveState, TwoTexts, Waiting],
  templateUrl: './kit-states.html',
  styleUrl: './pieces.css',
})
export class KitStates {
  protected readonly saving = ['saved', 'saving', 'not saved', 'elsewhere'] as const;
  protected readonly refused = {
    code: 'closing_in_past',
    title: 'This closing date has passed',
    status: 400,
    detail: 'Nothing was changed. Choose a day from tomorrow on.',
  };
  protected readonly unreachable = {
    code: 'unreachable',
    title: 'We cannot reach the server',
    status: 0,
    detail: 'Nothing is lost: what you typed is still here. Check the connection and try again.',
  };
}
