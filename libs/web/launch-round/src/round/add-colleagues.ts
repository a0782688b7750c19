import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import type { Problem, RoundView } from '@facet/contract';
import { groupWord } from '@facet/domain-round';
import { Control, LabelledField } from '@facet/web-kit';
import { errorsFrom } from './errors-from';
import { RoundStore } from './round-store';

const rules = schema<{ colleagues: string }>((path) => {
  required(path.colleagues, { message: 'Write at least one colleague.' });
});

/** The leader asks more colleagues while the round is open; the coach checks them before anything leaves. */
@Component({
  selector: 'facet-add-colleagues',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField],
  templateUrl: './add-colleagues.html',
  styleUrl: './add-colleagues.css',
})
export class AddColleagues {
  readonly coach = input.required<string>();
  readonly groups = input.required<RoundView['groups']>();

  protected readonly opened = signal(false);
  protected readonly groupNames = computed(() =>
    this.groups()
      .flatMap(({ code }) => (code === 'self' ? [] : [groupWord[code]]))
      .join(', '),
  );
  private readonly store = inject(RoundStore);
  private readonly injector = inject(Injector);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  private readonly typed = signal({ colleagues: '' });

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async ({ colleagues }) => {
        const refusal = await this.store.addColleagues(this.typed());
        if (refusal === null) this.close();
        return errorsFrom(withLines(refusal), () => colleagues);
      },
      onInvalid: ({ colleagues }) => colleagues().focusBoundControl(),
    },
  });

  protected open(): void {
    this.opened.set(true);
    afterNextRender(() => this.form.colleagues().focusBoundControl(), { injector: this.injector });
  }

  protected leave(): void {
    this.close();
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }

  private close(): void {
    this.form().reset({ colleagues: '' });
    this.opened.set(false);
  }
}

/** Each objection with the number of its line: there may be many of them in one box. */
const withLines = (refusal: Problem | null): Problem | null =>
  refusal && {
    ...refusal,
    ...(refusal.errors && {
      errors: refusal.errors.map((error) =>
        error.line === undefined ? error : { ...error, message: `Line ${error.line}: ${error.message}` },
      ),
    }),
  };
