import { ChangeDetectionStrategy, Component, computed, inject, input, viewChild } from '@angular/core';
import { form, FormField, FormRoot, required, schema } from '@angular/forms/signals';
import { Role, type StaffView } from '@facet/contract';
import { Confirm, Control, LabelledField, typedFrom } from '@facet/web-kit';
import { objectionsAt } from './objections';
import { PeopleStore } from './people-store';
import { needsARole, rolesInWords, ticked, type Ticks, ticksOf } from './roles';
import { RolesField } from './roles-field';

interface Typed {
  readonly name: string;
  readonly roles: Ticks;
}

const rules = schema<Typed>((path) => {
  required(path.name, { message: 'Write the name.' });
  needsARole(path.roles);
});

/** One person, and what may be changed about them. */
@Component({
  selector: 'facet-staff-entry',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Confirm, Control, FormField, FormRoot, LabelledField, RolesField],
  templateUrl: './staff-entry.html',
  styleUrls: ['./person-form.css', './staff-entry.css'],
})
export class StaffEntry {
  readonly person = input.required<StaffView>();

  protected readonly store = inject(PeopleStore);
  protected readonly roles = computed(() => `${rolesInWords(this.person().roles)}${this.person().you ? ' (you)' : ''}`);
  /** Nobody gives themselves a role. */
  protected readonly possible = computed(() => (this.person().you ? this.person().roles : Role.options));
  protected readonly confirm = viewChild<Confirm>('stop');
  protected readonly confirmReset = viewChild<Confirm>('reset');
  private readonly typed = typedFrom<Typed>(() => ({ name: this.person().name, roles: ticksOf(this.person().roles) }));

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async ({ name, roles }) => {
        const typed = this.typed();
        const refusal = await this.store.changePerson(this.person().id, { name: typed.name, roles: ticked(typed.roles) });
        return objectionsAt(refusal, name, { roles });
      },
      onInvalid: (fields) => fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
    },
  });
}
