import { ChangeDetectionStrategy, Component, computed, input, output, viewChildren } from '@angular/core';
import type { LaunchOptions, LaunchPreview } from '@facet/contract';
import type { LineMeant } from '@facet/domain-round';
import { linesRead, readInWords } from './lines-read';
import { GroupChips, type InvitedGroup } from './group-chips';

export interface ChosenGroup extends LineMeant {
  readonly group: InvitedGroup;
}

/** What was understood of the list, a colleague a row: their group to choose or change, and what is wrong or doubtful. */
@Component({
  selector: 'facet-read-lines',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GroupChips],
  templateUrl: './read-lines.html',
  styleUrl: './read-lines.css',
})
export class ReadLines {
  readonly read = input.required<LaunchPreview['read']>();
  readonly groups = input.required<LaunchOptions['groups']>();
  readonly chosen = output<ChosenGroup>();

  private readonly chips = viewChildren(GroupChips);
  protected readonly lines = computed(() => linesRead(this.read()));
  protected readonly inWords = computed(() => readInWords(this.read()));

  /** A digit chooses and goes on to the next colleague: nine of them are nine keys. */
  protected goOn(chosen: ChosenGroup): void {
    this.chosen.emit(chosen);
    const people = this.lines().filter(({ person }) => person !== null);
    const next = people.findIndex(({ line }) => line === chosen.line) + 1;
    // At once: whoever types fast has pressed the next digit before the page is drawn anew.
    this.chips()[Math.min(next, people.length - 1)]?.focus();
  }
}
