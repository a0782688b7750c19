import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { applyEach, form, FormField, maxLength, schema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type ExpectationsView, LONGEST_EXPECTATION, type Problem } from '@facet/contract';
import { Control, LabelledField, Notice, Page, Refusal, refusalOf, SaveState, Section, Waiting } from '@facet/web-kit';
import { expectedOf, type Typed, typedOf } from './expectations-form';
import { ExpectationsKeeper } from './expectations-keeper';

const tooLong = { message: `At most ${LONGEST_EXPECTATION.toLocaleString('en-GB')} characters.` };
const rules = schema<Typed>((path) => {
  applyEach(path.qualities, (quality) => maxLength(quality.note, LONGEST_EXPECTATION, tooLong));
  applyEach(path.reflection, (text) => maxLength(text, LONGEST_EXPECTATION, tooLong));
});

/** Before the results: quality by quality, what the leader expects colleagues to have seen. Afterwards it stands, to be compared. */
@Component({
  selector: 'facet-expectations',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, LabelledField, Notice, Page, Refusal, RouterLink, SaveState, Section, Waiting],
  providers: [ExpectationsKeeper],
  templateUrl: './expectations.html',
  styleUrl: './expectations.css',
})
export class Expectations {
  /** The round's id, from the address. */
  readonly round = input.required<string>();

  protected readonly keeper = inject(ExpectationsKeeper);
  protected readonly view = this.keeper.view;
  protected readonly refusal = signal<Problem | null>(null);
  protected readonly notFetched = signal<Problem | null>(null);
  protected readonly said = signal('');
  private readonly ready = signal(false);
  protected readonly shown = computed(() => (this.ready() ? this.view() : null));
  private readonly typed = signal<Typed>({ qualities: [], reflection: [] });
  protected readonly form = form(this.typed, rules);
  private readonly status = viewChild.required<ElementRef<HTMLElement>>('status');

  constructor() {
    effect(() => void this.open(this.round()));
    effect(() => {
      const expected = expectedOf(this.typed());
      if (this.ready() && this.view()?.mayWrite) this.keeper.offer(expected);
    });
    afterRenderEffect(() => {
      if (this.said()) this.status().nativeElement.focus();
    });
  }

  /** The field while it may be written in. */
  protected writable<Field>({ mayWrite }: ExpectationsView, field: Field | undefined): Field | null {
    return mayWrite ? (field ?? null) : null;
  }

  protected levelInWords(level: number | null): string {
    const point = this.view()?.scale.find(({ value }) => value === level);
    return point ? `Expected: ${point.value} ${point.label.toLowerCase()}` : 'Expected: left open';
  }

  protected async finish(): Promise<void> {
    this.refusal.set(null);
    this.said.set('');
    const refusal = await this.keeper.finish(expectedOf(this.typed()));
    if (refusal) this.refusal.set(refusal);
    else this.said.set('Noted: this is what you expect.');
  }

  protected async choose(which: 'here' | 'there'): Promise<void> {
    try {
      if (which === 'here') await this.keeper.keepMine(expectedOf(this.typed()));
      else this.typed.set(typedOf(await this.keeper.takeTheirs()));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    }
  }

  protected retry(): void {
    void this.open(this.round());
  }

  private async open(round: string): Promise<void> {
    this.notFetched.set(null);
    try {
      this.typed.set(typedOf(await this.keeper.open(round)));
      this.ready.set(true);
    } catch (error) {
      this.notFetched.set(refusalOf(error));
    }
  }
}
