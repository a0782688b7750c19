import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A page: one heading, what it is for, and its content. */
@Component({
  selector: 'kit-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      @if (over()) {
        <p class="over">{{ over() }}</p>
      }
      <h1 tabindex="-1">{{ heading() }}</h1>
      <ng-content select="[kitLede]" />
    </header>
    <ng-content />
  `,
  styleUrl: './page.css',
})
export class Page {
  readonly heading = input.required<string>();
  /** A short line above the heading: whose page, which round. */
  readonly over = input('');
}
