import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { path, SignOnOffer } from '@facet/contract';
import { Refusal } from '@facet/web-kit';
import { SignOnStore } from './sign-on-store';

/** The other way in, where the installation has one. Elsewhere it stays empty. */
@Component({
  selector: 'facet-sign-on-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal],
  providers: [SignOnStore],
  template: `
    @if (label(); as label) {
      <p class="or kit-quiet"><span>or</span></p>
      @if (store.refusal(); as problem) {
        <kit-refusal [problem]="problem" />
      }
      <button type="button" class="kit-button kit-button-quiet" [disabled]="store.inFlight()" (click)="store.signIn(next())">
        Sign in with {{ label }}
      </button>
    }
  `,
  styleUrl: './sign-on-button.css',
})
export class SignOnButton {
  /** Where the person was going: a path of ours. */
  readonly next = input('/');

  protected readonly store = inject(SignOnStore);
  private readonly offer = httpResource(() => path.signOn, { parse: (body) => SignOnOffer.parse(body) });
  protected readonly label = computed(() => (this.offer.hasValue() ? this.offer.value().label : null));
}
