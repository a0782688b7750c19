import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, schema } from '@angular/forms/signals';
import type { PeopleImported } from '@facet/contract';
import { addedTo, Control, LabelledField, Notice, readFile } from '@facet/web-kit';
import { linesOf, sumOf } from './imported-lines';
import { PeopleStore } from './people-store';

/** As the contract has it. */
const LONGEST_LIST = 500_000;

const rules = schema<{ list: string }>((path) => {
  required(path.list, { message: 'Write or choose a list.' });
  maxLength(path.list, LONGEST_LIST, { message: 'The list is too long to be read: at most 500,000 characters.' });
});

/** A whole list of people: looked at first, line by line, and taken only when it has been seen. */
@Component({
  selector: 'facet-import-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField, Notice],
  templateUrl: './import-people.html',
  styleUrl: './import-people.css',
})
export class ImportPeople {
  protected readonly store = inject(PeopleStore);
  private readonly typed = signal({ list: '' });
  protected readonly fileRefusal = signal('');
  /** What the server made of the list as it stands; of a list that was changed since, nothing. */
  protected readonly looked = linkedSignal<string, PeopleImported | null>({ source: () => this.typed().list, computation: () => null });
  protected readonly lines = computed(() => linesOf(this.looked()));
  protected readonly sum = computed(() => sumOf(this.looked()));

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async () => {
        const { list } = this.typed();
        const looked = await this.store.bring({ list, dryRun: true, despiteErrors: false });
        if (this.typed().list === list) this.looked.set(looked);
        return [];
      },
      onInvalid: ({ list }) => list().focusBoundControl(),
    },
  });

  protected async take(despiteErrors: boolean): Promise<void> {
    const done = await this.store.bring({ list: this.typed().list, dryRun: false, despiteErrors });
    if (done?.written) this.form().reset({ list: '' });
    else if (done) this.looked.set(done);
  }

  protected async choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const read = await readFile(file, LONGEST_LIST);
    this.fileRefusal.set('refusal' in read ? read.refusal : '');
    if ('text' in read) this.typed.update(({ list }) => ({ list: addedTo(list, read.text) }));
    input.value = '';
  }
}
