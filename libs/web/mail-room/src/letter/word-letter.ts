import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import type { LetterView, LetterWording } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';
import { LetterStore } from './letter-store';

const rules = schema<LetterWording>((path) => {
  required(path.subject, { message: 'Write the subject.' });
  required(path.heading, { message: 'Write the heading.' });
  required(path.text, { message: 'Write the text.' });
});

/** The words of a letter, to be changed, looked at, saved, or given back. */
@Component({
  selector: 'facet-word-letter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField],
  templateUrl: './word-letter.html',
  styleUrl: './word-letter.css',
})
export class WordLetter {
  readonly letter = input.required<LetterView>();

  private readonly store = inject(LetterStore);
  private readonly typed = linkedSignal(() => this.letter().wording);
  /** Which of the two buttons was pressed. */
  private wanted: 'preview' | 'save' = 'save';

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async ({ subject, heading, text }) => {
        const refusal = await this.store[this.wanted](this.typed());
        const fields = { subject, heading, text };
        return (refusal?.errors ?? []).map(({ field, message }) => ({
          kind: 'objection',
          message,
          fieldTree: Object.entries(fields).find(([name]) => name === field)?.[1] ?? text,
        }));
      },
      onInvalid: (fields) => fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
    },
  });

  protected want(what: 'preview' | 'save'): void {
    this.wanted = what;
  }

  protected async reset(): Promise<void> {
    if ((await this.store.reset()) === null) this.form().reset(this.letter().wording);
  }
}
