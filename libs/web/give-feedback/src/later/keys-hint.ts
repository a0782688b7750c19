import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Survey } from '../survey';

/** Lists the keys that rate, and switches them off and on. */
@Component({
  selector: 'facet-keys-hint',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="keys kit-quiet">
      {{ words() }}
      <button type="button" class="kit-link" (click)="survey().switchKeys()">
        {{ survey().keys() ? survey().say('keysOff') : survey().say('keysOn') }}
      </button>
    </p>
  `,
})
export class KeysHint {
  readonly survey = input.required<Survey>();
  protected readonly words = computed(() => {
    const { framework, words } = this.survey().view;
    const values = framework.scale.points.map((point) => point.value);
    return this.survey().say('keys', { from: Math.min(...values), to: Math.max(...values), key: words.notObservedKey });
  });
}
