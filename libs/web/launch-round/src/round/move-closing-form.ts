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
import { form, FormRoot, required, schema } from '@angular/forms/signals';
import type { FieldError, MoveClosing, RoundView } from '@facet/contract';
import { typedFrom } from '@facet/web-kit';
import { ClosingFields } from '../closing/closing-fields';
import { errorsFrom } from './errors-from';
import { RoundStore } from './round-store';

const rules = schema<MoveClosing>((path) => {
  required(path.date, { message: 'Write the day on which the round closes.' });
  required(path.time, { message: 'Write the time at which the round closes.' });
});

/** Moves the closing while nothing is sealed; only those who have not answered hear of it. */
@Component({
  selector: 'facet-move-closing-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ClosingFields, FormRoot],
  templateUrl: './move-closing-form.html',
  styleUrl: './move-closing-form.css',
})
export class MoveClosingForm {
  readonly closes = input.required<RoundView['closes']>();
  readonly closed = input(false);

  protected readonly store = inject(RoundStore);
  protected readonly opened = signal(false);
  private readonly injector = inject(Injector);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  private readonly typed = typedFrom<MoveClosing>(() => ({
    date: this.closes().date,
    time: this.closes().time,
    zone: this.closes().zone,
  }));
  protected readonly action = computed(() => (this.closed() ? 'Open it again until then' : 'Move the closing'));

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async (field) => {
        const refusal = await this.store.moveClosing(this.typed());
        if (refusal === null) this.opened.set(false);
        return errorsFrom(refusal, (error) => field[partOf(error)]);
      },
    },
  });

  protected open(): void {
    this.opened.set(true);
    afterNextRender(() => this.form.date().focusBoundControl(), { injector: this.injector });
  }

  protected leave(): void {
    this.form().reset(partsOf(this.closes()));
    this.opened.set(false);
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }
}

const partsOf = ({ date, time, zone }: RoundView['closes']): MoveClosing => ({ date, time, zone });

/** The server names the part alone or below `closing`; an objection to the whole is said at the day. */
const partOf = ({ field }: FieldError): keyof MoveClosing => {
  const part = field.split('.').at(-1);
  return part === 'time' || part === 'zone' ? part : 'date';
};
