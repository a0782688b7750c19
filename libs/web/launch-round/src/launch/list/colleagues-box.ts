import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { KnownPeople as Known, LaunchOptions, LaunchPreview } from '@facet/contract';
import { lineOf, withGroup } from '@facet/domain-round';
import { addedTo, Control, LabelledField, Notice } from '@facet/web-kit';
import { KnownPeople } from './known-people';
import { readColleagues } from './read-colleagues';
import { type ChosenGroup, ReadLines } from './read-lines';

/** One box for the whole list, typed, pasted, read from a file or found; below it what was understood, with each colleague's group. */
@Component({
  selector: 'facet-colleagues-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, KnownPeople, LabelledField, Notice, ReadLines],
  templateUrl: './colleagues-box.html',
  styleUrl: './colleagues-box.css',
})
export class ColleaguesBox {
  readonly field = input.required<FieldTree<string>>();
  readonly groups = input.required<LaunchOptions['groups']>();
  readonly read = input<LaunchPreview['read']>();

  protected readonly fileRefusal = signal('');
  /** What was understood. An empty box needs no attention yet; the launch says so when it comes to that. */
  protected readonly understood = computed(() => {
    const read = this.read();
    return read && this.field()().value().trim() !== '' ? read : null;
  });

  protected choose(chosen: ChosenGroup): void {
    this.field()().value.update((text) => withGroup(text, chosen, chosen.group));
  }

  protected add({ name, email }: Known['people'][number]): void {
    this.field()().value.update((typed) => addedTo(typed, lineOf(name, email, null)));
  }

  protected async chooseFile(input: HTMLInputElement): Promise<void> {
    await this.take(input.files?.[0]);
    input.value = '';
  }

  protected async drop(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    await this.take(file);
  }

  /** Without this the browser would open the dropped file in place of the page. */
  protected allowDrop(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    const read = await readColleagues(file);
    this.fileRefusal.set('refusal' in read ? read.refusal : '');
    if ('text' in read) this.field()().value.update((typed) => addedTo(typed, read.text));
  }
}
