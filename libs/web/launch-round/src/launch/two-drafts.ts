import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { KeptDraft, LaunchDraft } from '@facet/contract';
import { inOneOrder, TwoTexts } from '@facet/web-kit';

const names: Readonly<Partial<Record<keyof LaunchDraft, string>>> = {
  framework: 'the framework',
  coach: 'the coach',
  together: 'what small groups do',
  minimum: 'the smallest group that is shown',
  closing: 'the closing',
  message: 'your message',
  reminders: 'the reminders',
};

/** Two pages have written on one draft: both lists stand side by side until their leader chooses. */
@Component({
  selector: 'facet-two-drafts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TwoTexts],
  templateUrl: './two-drafts.html',
})
export class TwoDrafts {
  readonly here = input.required<LaunchDraft>();
  readonly there = input.required<KeptDraft>();
  readonly kept = output<'here' | 'there'>();

  protected readonly list = computed(() => this.there().draft?.colleagues ?? '');
  protected readonly differs = computed(() => {
    const [here, there] = [this.here(), this.there().draft];
    if (!there) return '';
    const parts = Object.entries(names).flatMap(([key, name]) => {
      const part = key as keyof LaunchDraft;
      return inOneOrder(here[part]) === inOneOrder(there[part]) ? [] : [name];
    });
    return parts.length === 0 ? '' : `They also differ in ${parts.join(', ')}.`;
  });
}
