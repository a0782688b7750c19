import { httpResource } from '@angular/common/http';
import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { ConnectedAccountView, path } from '@facet/contract';
import { Refusal, Section } from '@facet/web-kit';
import { dayInWords } from '../account/moment';
import { SignOnStore } from './sign-on-store';

/** Whether somebody may sign in with the account that their organisation gives them. Empty where the installation has no such way. */
@Component({
  selector: 'facet-connected-account',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal, Section],
  providers: [SignOnStore],
  template: `
    @if (label(); as label) {
      <kit-section name="connected-account" [heading]="'Sign in with ' + label">
        <p #said role="status" tabindex="-1" [class.kit-unseen]="!done()">{{ done() }}</p>
        @if (store.refusal(); as problem) {
          <kit-refusal [problem]="problem" />
        }
        @if (since(); as since) {
          <p>Connected on {{ since }}. You can sign in with it instead of a code by mail.</p>
          <div class="kit-actions">
            <button type="button" class="kit-button kit-button-quiet" (click)="disconnect()">Disconnect</button>
          </div>
        } @else {
          <p>Connect it once, and you can sign in with it instead of a code by mail. Facet learns from it only that it is you.</p>
          <div class="kit-actions">
            <button type="button" class="kit-button kit-button-quiet" [disabled]="store.inFlight()" (click)="store.connect()">
              Connect
            </button>
          </div>
        }
      </kit-section>
    }
  `,
})
export class ConnectedAccount {
  protected readonly store = inject(SignOnStore);
  private readonly fetched = httpResource(() => path.connectedAccount, { parse: (body) => ConnectedAccountView.parse(body) });
  private readonly view = computed(() => (this.fetched.hasValue() ? this.fetched.value() : null));
  protected readonly label = computed(() => this.view()?.label ?? null);
  protected readonly since = computed(() => {
    const since = this.view()?.since ?? null;
    return since && dayInWords(since);
  });
  protected readonly done = signal('');
  private readonly said = viewChild<ElementRef<HTMLElement>>('said');

  constructor() {
    // What was pressed is gone: the focus goes to what the press has done.
    afterRenderEffect(() => {
      if (this.done()) this.said()?.nativeElement.focus();
    });
  }

  protected async disconnect(): Promise<void> {
    this.done.set('');
    if (await this.store.disconnect()) this.done.set('Disconnected. You sign in with a code by mail.');
    this.fetched.reload();
  }
}
