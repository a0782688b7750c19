import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The colours by name, on the surfaces that they are meant for. */
@Component({
  selector: 'facet-kit-colours',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (colour of colours; track colour.name) {
        <li>
          <span class="swatch" [style.background]="'var(--' + colour.name + ')'"></span>
          <span>
            <code>--{{ colour.name }}</code>
            <span class="kit-quiet use">{{ colour.use }}</span>
          </span>
        </li>
      }
    </ul>
  `,
  styleUrl: './kit-colours.css',
})
export class KitColours {
  protected readonly colours = [
    { name: 'paper', use: 'the page' },
    { name: 'sheet', use: 'what is written on' },
    { name: 'wash', use: 'what stands beside the text' },
    { name: 'ink', use: 'text' },
    { name: 'ink-soft', use: 'quieter text' },
    { name: 'rule', use: 'lines that only decorate' },
    { name: 'edge', use: 'the edge of what can be used' },
    { name: 'accent', use: 'links, buttons, all others (dot)' },
    { name: 'self', use: 'the leader’s own view (ring)' },
    { name: 'line-manager', use: 'the line manager (square)' },
    { name: 'caution', use: 'mind this' },
    { name: 'error', use: 'this did not work' },
  ];
}
