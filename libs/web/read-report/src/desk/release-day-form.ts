import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { type DeskView, path } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import { DeskStore } from './desk-store';
import { Objected } from './objected';

/** The day on which a report is released without another press, best that of the conversation. */
@Component({
  selector: 'facet-release-day-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, LabelledField],
  templateUrl: './release-day-form.html',
  styles: 'form { display: grid; gap: var(--gap-3); justify-items: start; max-width: 24rem }',
})
export class ReleaseDayForm {
  readonly release = input.required<DeskView['release']>();

  private readonly store = inject(DeskStore);
  private readonly objected = new Objected();
  protected readonly dateField = this.objected.to('date');
  protected readonly timeField = this.objected.to('time');
  /** What is chosen stays while comments are withheld beside it. */
  protected readonly date = linkedSignal<string, string>({
    source: () => this.release().earliest,
    computation: (day, before) => before?.value ?? day,
  });
  protected readonly time = signal('09:00');

  protected async choose(): Promise<void> {
    this.objected.set(
      await this.store.change(path.releaseDay, { date: this.date(), time: this.time() }, 'The day of the release is settled.'),
    );
  }
}
