import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { OrganisationsView, path } from '@facet/contract';
import { Control, LabelledField } from '@facet/web-kit';

/** For whoever looks after several organisations: which of them the page is about. Nothing for everybody else. */
@Component({
  selector: 'facet-which-organisation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, LabelledField],
  template: `
    @if (choices().length > 1) {
      <kit-field name="which-organisation" label="Organisation">
        <select #select kitControl (change)="chosen.emit(select.value)">
          @for (choice of choices(); track choice.id) {
            <option [value]="choice.id" [selected]="choice.id === current()">{{ choice.name }}</option>
          }
        </select>
      </kit-field>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    kit-field {
      max-width: 30rem;
    }
  `,
})
export class WhichOrganisation {
  /** Its id; null or undefined while nothing is known yet. */
  readonly current = input.required<string | null | undefined>();
  readonly chosen = output<string>();

  private readonly organisations = httpResource(() => path.organisations, { parse: (body) => OrganisationsView.parse(body) });
  protected readonly choices = computed(() => (this.organisations.hasValue() ? this.organisations.value() : []));
}
