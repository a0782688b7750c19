import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, required, schema, type ValidationError } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { Problem, SettingsEffects, SettingsView } from '@facet/contract';
import { Choices, Confirm, Control, LabelledField, Section } from '@facet/web-kit';
import { objectionsAt } from '../people/objections';
import { SettingsStore } from './settings-store';
import { asSettings, asTyped, type Typed, weekdays } from './typed';

const rules = schema<Typed>((path) => {
  required(path.name, { message: 'Write the name of the organisation.' });
  required(path.domains, { message: 'Write the mail domains of your own people.' });
  required(path.controller, { message: 'Write who answers for the data.' });
  required(path.purpose, { message: 'Write why colleagues are asked.' });
  required(path.contact, { message: 'Write whom people can ask about their data.' });
  required(path.safeguardingContact, { message: 'Write whom to tell of a safeguarding concern.' });
  required(path.retentionMonths, { message: 'Write how many months reports are kept.' });
});

/** Everything that `facet init` asked for, to be changed and saved together. What a change does is said before it is saved. */
@Component({
  selector: 'facet-settings-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, Confirm, Control, FormField, FormRoot, LabelledField, RouterLink, Section],
  templateUrl: './settings-form.html',
  styleUrl: './settings-form.css',
})
export class SettingsForm {
  readonly view = input.required<SettingsView>();

  private readonly store = inject(SettingsStore);
  private readonly injector = inject(Injector);
  private readonly confirm = viewChild.required(Confirm);
  private readonly typed = linkedSignal(() => asTyped(this.view().settings));
  protected readonly weekdays = weekdays;
  protected readonly zones = computed(() => [...new Set([this.view().settings.zone, ...Intl.supportedValuesOf('timeZone')])].toSorted());
  /** What is to be agreed to before it is saved. */
  protected readonly effects = signal<SettingsEffects>({ deletes: 0, says: [] });

  protected readonly form = form(this.typed, rules, {
    submission: {
      action: async () => {
        const settings = asSettings(this.typed());
        const looked = await this.store.lookAt(settings);
        if ('problem' in looked) return this.objections(looked.problem);
        this.effects.set(looked);
        if (looked.says.length > 0) {
          this.confirm().open();
          return [];
        }
        return this.objections(await this.store.save(settings, 0));
      },
      onInvalid: (fields) => fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
    },
  });

  protected async agreed(): Promise<void> {
    await this.store.save(asSettings(this.typed()), this.effects().deletes);
  }

  private objections(problem: Problem | null): ValidationError.WithOptionalFieldTree[] {
    const { domains, senderName, controller, purpose, contact, safeguardingContact, retentionMonths } = this.form;
    const { zone, mailDays, mailFrom, mailUntil, closedOn } = this.form;
    const objections = objectionsAt(problem, this.form.name, {
      ...{ domains, senderName, controller, purpose, contact, safeguardingContact, retentionMonths },
      ...{ zone, mailDays, mailFrom, mailUntil, closedOn },
    });
    // The pressed button was disabled meanwhile, and has lost the focus.
    const [first] = objections;
    if (first) afterNextRender({ read: () => first.fieldTree?.().focusBoundControl() }, { injector: this.injector });
    return objections;
  }
}
