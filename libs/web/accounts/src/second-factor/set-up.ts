import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { AuthenticatorSecret } from '@facet/contract';
import { CodeForm } from './code-form';
import { QrCode } from './qr-code';
import { SecondFactorStore } from './second-factor-store';

/** Shows a new authenticator's secret, as a picture and to type, and takes the first code that follows from it. */
@Component({
  selector: 'facet-set-up',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeForm, QrCode],
  templateUrl: './set-up.html',
  styleUrl: './set-up.css',
})
export class SetUp {
  /** Given where it has been begun already. */
  readonly begun = input<AuthenticatorSecret | null>(null);
  readonly codes = output<readonly string[]>();

  protected readonly store = inject(SecondFactorStore);
  private readonly shown = signal<AuthenticatorSecret | null>(null);
  protected readonly secret = computed(() => this.shown() ?? this.begun());
  /** In groups of four, as people read and type. */
  protected readonly groups = computed(() => this.secret()?.secret.match(/.{1,4}/g) ?? []);

  private readonly first = viewChild<ElementRef<HTMLElement>>('first');

  constructor() {
    // The button that was pressed is gone: the focus goes to what the press has brought.
    afterRenderEffect(() => this.first()?.nativeElement.focus());
  }

  protected async begin(): Promise<void> {
    this.shown.set(await this.store.begin(null));
  }

  protected async confirm(code: string): Promise<void> {
    const codes = await this.store.confirm(code);
    if (codes) this.codes.emit(codes);
  }
}
