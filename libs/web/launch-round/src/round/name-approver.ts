import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { ApproverView, of, path } from '@facet/contract';
import { Control, LabelledField, Refusal, refusalOf, Section } from '@facet/web-kit';
import { errorsFrom } from './errors-from';
import { RoundStore } from './round-store';

/** The coach says who may check the list in their stead, and takes it back. */
@Component({
  selector: 'facet-name-approver',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField, Refusal, Section],
  templateUrl: './name-approver.html',
  styleUrl: './name-approver.css',
})
export class NameApprover {
  readonly round = input.required<string>();

  protected readonly store = inject(RoundStore);
  protected readonly fetched = httpResource(() => of(path.approver, this.round()), { parse: (body) => ApproverView.parse(body) });
  protected readonly view = computed(() => (this.fetched.hasValue() ? this.fetched.value() : null));
  protected readonly notFetched = computed(() => {
    const error = this.fetched.error();
    return error ? refusalOf(error) : null;
  });
  private readonly typed = signal({ person: '', until: '' });

  protected readonly form = form(
    this.typed,
    (fields) => {
      required(fields.person, { message: 'Choose somebody.' });
    },
    {
      submission: {
        action: async (field) => {
          const { person, until } = this.typed();
          const chosen = this.view()?.people.find(({ id }) => id === person)?.name ?? '';
          const refusal = await this.store.nameApprover({ person, until: until === '' ? null : until }, chosen);
          if (refusal === null) this.fetched.reload();
          return errorsFrom(refusal, (error) => (error.field === 'until' ? field.until : field.person));
        },
      },
    },
  );

  protected async end(name: string): Promise<void> {
    if ((await this.store.endApprover(name)) !== null) return;
    this.form().reset({ person: '', until: '' });
    this.fetched.reload();
  }
}
