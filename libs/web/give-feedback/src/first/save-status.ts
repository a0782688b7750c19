import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { Survey } from '../survey';

/** The truth about what is stored, always to be seen; read out only when it goes wrong and when it is right again. */
@Component({
  selector: 'facet-save-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:online)': 'offline.set(false)', '(window:offline)': 'offline.set(true)' },
  template: `
    <p class="status" [attr.data-wrong]="wrong()" [attr.aria-hidden]="wrong()">{{ words() }}</p>
    <p class="kit-unseen" role="status">{{ spoken() }}</p>
  `,
})
export class SaveStatus {
  readonly survey = input.required<Survey>();
  protected readonly offline = signal(!navigator.onLine);
  protected readonly wrong = computed(() => ['unreachable', 'refused'].includes(this.survey().sheet.keeping()));
  protected readonly words = computed(() => {
    const { words } = this.survey().view;
    switch (this.survey().sheet.keeping()) {
      case 'untouched':
        return '';
      case 'saved':
        return words.saved;
      case 'writing':
        return words.writing;
      case 'saving':
        return words.saving;
      case 'unreachable':
        return this.offline() ? words.offline : words.notSaved;
      case 'refused':
        return words.attention;
    }
  });
  protected readonly spoken = computed(() => {
    const { sheet } = this.survey();
    return sheet.troubled() && !['writing', 'saving'].includes(sheet.keeping()) ? this.words() : '';
  });
}
