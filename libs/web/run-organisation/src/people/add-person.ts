import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import { Control, LabelledField } from '@facet/web-kit';
import { objectionsAt } from './objections';
import { PeopleStore } from './people-store';
import { needsARole, ticked, type Ticks, ticksOf } from './roles';
import { RolesField } from './roles-field';

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly roles: Ticks;
}

const empty: Typed = { name: '', email: '', roles: ticksOf([]) };
const rules = schema<Typed>((path) => {
  required(path.name, { message: 'Write the name.' });
  required(path.email, { message: 'Write the email address.' });
  needsARole(path.roles);
});

/** Somebody new, with at least one role. */
@Component({
  selector: 'facet-add-person',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, FormField, FormRoot, LabelledField, RolesField],
  templateUrl: './add-person.html',
  styleUrl: './person-form.css',
})
export class AddPerson {
  private readonly store = inject(PeopleStore);
  private readonly typed = signal(empty);

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async ({ name, email, roles }) => {
        const typed = this.typed();
        const refusal = await this.store.add({ ...typed, roles: ticked(typed.roles) });
        if (refusal === null) this.form().reset(empty);
        return objectionsAt(refusal, name, { email, roles });
      },
      onInvalid: (fields) => fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
    },
  });
}
