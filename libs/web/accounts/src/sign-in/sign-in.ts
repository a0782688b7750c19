import { Location } from '@angular/common';
import { afterNextRender, ChangeDetectionStrategy, Component, effect, inject, Injector, input, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import { Control, LabelledField, Mark, Page, Refusal } from '@facet/web-kit';
import { SignOnButton } from '../single-sign-on/sign-on-button';
import { codeInAddress } from './code-in-address';
import { DemoPeople } from './demo-people';
import { addressRules, codeRules } from './sign-in-rules';
import { SignInStore } from './sign-in-store';

/** Address, then code. The mail's button fills in the code; only a press uses it, so that no scanner signs in. */
@Component({
  selector: 'facet-sign-in',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, DemoPeople, FormField, FormRoot, LabelledField, Mark, Page, Refusal, SignOnButton],
  providers: [SignInStore],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
})
export class SignIn {
  /** Where the person was going: a path of ours. */
  readonly next = input<string>();

  protected readonly store = inject(SignInStore);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly injector = inject(Injector);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  protected readonly step = signal<'address' | 'code'>('address');
  private readonly typedAddress = signal({ email: '' });
  private readonly typedCode = signal({ code: '' });

  protected readonly address = form(this.typedAddress, addressRules, {
    submission: {
      action: async () => {
        if (await this.store.askForCode(this.typedAddress().email)) this.showCodeBox();
      },
      onInvalid: (field) => field.email().focusBoundControl(),
    },
  });
  protected readonly code = form(this.typedCode, codeRules, {
    submission: {
      action: async () => {
        if (await this.store.signIn(this.typedCode().code)) await this.router.navigateByUrl(this.next() ?? '/');
      },
      onInvalid: (field) => field.code().focusBoundControl(),
    },
  });

  constructor() {
    effect(() => {
      this.fragment();
      untracked(() => this.takeCodeFromAddress());
    });
  }

  protected fillAddress(email: string): void {
    this.step.set('address');
    this.typedAddress.set({ email });
    this.focusAfterRender(() => this.address.email().focusBoundControl());
  }

  protected askAgain(): void {
    this.store.startOver();
    this.typedCode.set({ code: '' });
    this.step.set('address');
    this.focusAfterRender(() => this.address.email().focusBoundControl());
  }

  protected showCodeBox(): void {
    this.store.startOver();
    this.code().reset({ code: '' });
    this.step.set('code');
    this.focusAfterRender(() => this.code.code().focusBoundControl());
  }

  /** The code is a secret: it goes into the box and out of the address bar and the history. */
  private takeCodeFromAddress(): void {
    const code = codeInAddress(this.router.url);
    if (code === null) return;
    this.typedCode.set({ code });
    this.step.set('code');
    const [, query] = this.router.url.split(/[?#]/, 2);
    this.location.replaceState('/sign-in', this.router.url.includes('?') ? query : '');
  }

  private focusAfterRender(focus: () => void): void {
    afterNextRender(focus, { injector: this.injector });
  }
}
