import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { AuthenticatorSecret } from '@facet/contract';
import { Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { CodeForm } from '../second-factor/code-form';
import { KeptCodes } from '../second-factor/kept-codes';
import { SecondFactorStore } from '../second-factor/second-factor-store';
import { SetUp } from '../second-factor/set-up';
import { dayInWords } from './moment';

type Change = 'codes' | 'device' | 'none';

const actions: Readonly<Record<Change, string>> = {
  codes: 'Make new recovery codes',
  device: 'Use another device',
  none: 'Take the second step off',
};

/** One's own authenticator: whether there is one, and whatever may be done about it with a code of it. */
@Component({
  selector: 'facet-own-factor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeForm, KeptCodes, Refusal, SetUp, Waiting],
  providers: [SecondFactorStore],
  templateUrl: './own-factor.html',
  styleUrl: './own-factor.css',
})
export class OwnFactor {
  protected readonly store = inject(SecondFactorStore);
  protected readonly wanted = signal<Change | null>(null);
  protected readonly begun = signal<AuthenticatorSecret | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly done = signal('');
  private readonly form = viewChild(CodeForm);
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  protected readonly since = computed(() => dayInWords(this.store.view()?.own?.since ?? ''));
  protected readonly changes = computed<readonly Change[]>(() =>
    this.store.view()?.demanded ? ['codes', 'device'] : ['codes', 'device', 'none'],
  );
  protected readonly notFetched = computed(() => {
    const error = this.store.state.error();
    return error ? refusalOf(error) : null;
  });
  protected readonly nameOf = (change: Change): string => actions[change];

  constructor() {
    // What was pressed is gone: the focus goes to what the press has brought.
    afterRenderEffect(() => {
      if (this.done()) this.said().nativeElement.focus();
    });
    afterRenderEffect(() => {
      if (this.wanted() !== null) untracked(this.form)?.focus();
    });
  }

  protected choose(change: Change | null): void {
    this.store.startOver();
    this.done.set('');
    this.wanted.set(change);
  }

  protected async change(change: Change, code: string): Promise<void> {
    if (change === 'codes') this.codes.set(await this.store.newRecoveryCodes(code));
    else if (change === 'device') this.begun.set(await this.store.begin(code));
    else if (await this.store.takeOff(code)) this.finish('The second step is taken off.');
    if (this.store.refusal()) this.form()?.focus();
  }

  /** The codes are kept, or there is no authenticator any more. */
  protected finish(done: string): void {
    this.done.set(done);
    this.codes.set(null);
    this.begun.set(null);
    this.wanted.set(null);
    this.store.state.reload();
  }
}
