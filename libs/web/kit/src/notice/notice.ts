import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Something to know beside the text. `error` and `caution` are also said in words: the heading must not rely on colour. */
@Component({
  selector: 'kit-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'tone()' },
  template: `
    @if (heading()) {
      <p class="heading">{{ heading() }}</p>
    }
    <ng-content />
  `,
  styleUrl: './notice.css',
})
export class Notice {
  readonly tone = input<'plain' | 'good' | 'caution' | 'error'>('plain');
  readonly heading = input('');
}
