import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { LaunchOptions, LaunchPreview } from '@facet/contract';
import { addedTo, Control, LabelledField, Notice, readList } from '@facet/web-kit';
import { linesRead, readInWords } from './lines-read';
import { LONGEST_LIST } from './longest-list';

/** One box for the whole list, typed, pasted or read from a file; below it what was understood. The text is never touched. */
@Component({
  selector: 'facet-colleagues-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, LabelledField, Notice],
  templateUrl: './colleagues-box.html',
  styleUrl: './colleagues-box.css',
})
export class ColleaguesBox {
  readonly field = input.required<FieldTree<string>>();
  readonly groups = input.required<LaunchOptions['groups']>();
  readonly read = input<LaunchPreview['read']>();

  protected readonly fileRefusal = signal('');
  protected readonly groupNames = computed(() =>
    this.groups()
      .filter(({ code }) => code !== 'self')
      .map(({ code }) => code.replace('_', ' '))
      .join(', '),
  );
  protected readonly lines = computed(() => {
    const read = this.read();
    // An empty box needs no attention yet; the launch says so when it comes to that.
    return read && this.field()().value().trim() !== '' ? linesRead(read, this.groups()) : [];
  });
  protected readonly inWords = computed(() => {
    const read = this.read();
    return read && this.lines().length > 0 ? readInWords(read) : '';
  });

  protected async choose(input: HTMLInputElement): Promise<void> {
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
    const read = readList(new Uint8Array(await file.arrayBuffer()), LONGEST_LIST);
    this.fileRefusal.set('refusal' in read ? read.refusal : '');
    if ('text' in read) this.field()().value.update((typed) => addedTo(typed, read.text));
  }
}
