import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** Clear space round the code, in modules, without which cameras do not find it (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code, drawn here: what it holds goes to nobody. Dark on white in either colour scheme, because that is what cameras read. */
@Component({
  selector: 'facet-qr-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + size() + ' ' + size()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="modules()" fill="#000" />
    </svg>
  `,
  styles: `
    svg {
      border: 1px solid var(--rule);
      display: block;
      forced-color-adjust: none;
      height: auto;
      max-width: 100%;
      width: 15rem;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  private readonly code = computed(() => encode(this.text(), { ecc: 'M', border: QUIET }));
  protected readonly size = computed(() => this.code().size);
  /** One square for each dark module. */
  protected readonly modules = computed(() =>
    this.code()
      .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
