import { HttpClient, httpResource } from '@angular/common/http';
import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { of, OwnSessionsView, path, type Problem } from '@facet/contract';
import { Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { firstValueFrom } from 'rxjs';
import { momentInWords } from './moment';

/** The browsers in which somebody is signed in; each but this one can be signed out from here. */
@Component({
  selector: 'facet-own-sessions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal, Waiting],
  templateUrl: './own-sessions.html',
  styleUrl: './own-sessions.css',
})
export class OwnSessions {
  private readonly http = inject(HttpClient);
  protected readonly sessions = httpResource(() => path.ownSessions, { parse: (body) => OwnSessionsView.parse(body) });
  protected readonly list = computed(() => (this.sessions.hasValue() ? this.sessions.value() : null));
  protected readonly notFetched = computed(() => {
    const error = this.sessions.error();
    return error ? refusalOf(error) : null;
  });
  protected readonly inFlight = signal(false);
  protected readonly refusal = signal<Problem | null>(null);
  protected readonly done = signal('');
  protected readonly moment = momentInWords;
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  constructor() {
    // What was pressed is gone: the focus goes to what the press has done.
    afterRenderEffect(() => {
      if (this.done()) this.said().nativeElement.focus();
    });
  }

  protected end(id: string, browser: string): Promise<void> {
    return this.send(of(path.endSession, id), `${browser} is signed out.`);
  }

  protected endOthers(): Promise<void> {
    return this.send(path.endOtherSessions, 'You are signed out everywhere else.');
  }

  private async send(address: string, done: string): Promise<void> {
    this.inFlight.set(true);
    this.refusal.set(null);
    this.done.set('');
    try {
      await firstValueFrom(this.http.post(address, {}));
      this.done.set(done);
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.inFlight.set(false);
      this.sessions.reload();
    }
  }
}
