import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Page, Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { Session } from '../session/session';
import { CodeForm } from './code-form';
import { KeptCodes } from './kept-codes';
import { SecondFactorStore } from './second-factor-store';
import { SetUp } from './set-up';

/** Between the code by mail and the first page: the authenticator's code, or setting one up. */
@Component({
  selector: 'facet-second-step',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeForm, KeptCodes, Page, Refusal, SetUp, Waiting],
  providers: [SecondFactorStore],
  templateUrl: './second-step.html',
})
export class SecondStep {
  /** Where the person was going: a path of ours. */
  readonly next = input<string>();

  protected readonly store = inject(SecondFactorStore);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly form = viewChild(CodeForm);

  protected readonly lost = signal(false);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly notFetched = computed(() => {
    const error = this.store.state.error();
    return error ? refusalOf(error) : null;
  });
  protected readonly heading = computed(() => (this.store.view()?.owes === 'enrol' ? 'Set up the second step' : 'One more step'));

  constructor() {
    effect(() => {
      if (this.store.view()?.owes === null) void this.goOn();
    });
  }

  protected async take(code: string): Promise<void> {
    if (await this.store.takeStep(code)) await this.goOn();
    else this.form()?.focus();
  }

  protected change(lost: boolean): void {
    this.store.startOver();
    this.form()?.clear();
    this.lost.set(lost);
    this.form()?.focus();
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(this.next() ?? '/');
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
