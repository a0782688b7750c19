import { ApplicationRef, DOCUMENT, effect, inject, Injectable, PendingTasks, signal } from '@angular/core';

/** A browser that is never idle goes on after this many milliseconds all the same. */
const LATEST = 500;

/**
 * A long page is put together part by part whenever the browser has nothing else to do: what is read first is there at once, and no press
 * waits for the rest. Whoever prints, or follows a link to a part that is still to come, has all of it in that moment.
 */
@Injectable()
export class PartByPart {
  private readonly browser = inject(DOCUMENT).defaultView;
  private readonly application = inject(ApplicationRef);
  private readonly pending = inject(PendingTasks);
  private readonly added = signal(0);

  /** How many parts are there, beyond what is there at once. */
  readonly there = this.added.asReadonly();

  /** Adds one part after another up to the last, for as long as the page lives. Called where it is constructed. */
  upTo(last: () => number): void {
    effect((again) => {
      if (this.added() >= last()) return;
      const settled = this.pending.add();
      const stop = this.whenIdle(() => this.added.update((parts) => parts + 1));
      again(() => {
        stop();
        settled();
      });
    });
  }

  /** When this returns, every part stands in the page. */
  finish(): void {
    this.added.set(Infinity);
    this.application.tick();
  }

  private whenIdle(work: () => void): () => void {
    const { browser } = this;
    if (browser && 'requestIdleCallback' in browser) {
      const asked = browser.requestIdleCallback(work, { timeout: LATEST });
      return () => browser.cancelIdleCallback(asked);
    }
    const asked = setTimeout(work);
    return () => clearTimeout(asked);
  }
}
