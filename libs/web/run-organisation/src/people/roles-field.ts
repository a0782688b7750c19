import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Role } from '@facet/contract';
import { Choices } from '@facet/web-kit';
import { roleTexts, type Ticks } from './roles';

/** Which roles somebody has: any number of the three, at least one. */
@Component({
  selector: 'facet-roles-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, FormField],
  template: `
    <kit-choices [name]="name()" [legend]="legend()" [field]="field()">
      @for (role of roles(); track role) {
        <label class="kit-choice">
          <input type="checkbox" [formField]="field()[role]" />
          <span>
            {{ texts[role].label }} <span class="kit-choice-more">{{ texts[role].more }}</span>
          </span>
        </label>
      }
    </kit-choices>
  `,
  styles: ':host { --choice-width: 13rem; display: block; }',
})
export class RolesField {
  /** Unique on its page. */
  readonly name = input.required<string>();
  readonly legend = input.required<string>();
  readonly field = input.required<FieldTree<Ticks>>();

  /** Which can be chosen. */
  readonly among = input<readonly Role[]>(Role.options);

  protected readonly roles = computed(() => Role.options.filter((role) => this.among().includes(role)));
  protected readonly texts = roleTexts;
}
