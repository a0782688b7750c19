import { type Signal, signal } from '@angular/core';
import { inOneOrder } from './in-one-order';

/** `elsewhere`: another page has saved meanwhile, and nothing is overwritten until somebody chooses. `gone`: there is nothing to save to. */
export type SaveState = 'saved' | 'saving' | 'not saved' | 'elsewhere' | 'gone';
export type SaveAnswer = { readonly version: string } | { readonly refused: 'elsewhere' | 'gone' | 'not reached' };

const PAUSE_IN_TYPING = 500;
const UNTIL_NEXT_TRY = 3_000;

/**
 * Sends what is typed, newest text last and one request at a time, until the server has it. Each save names the version that this
 * page has seen, so that two pages never overwrite each other.
 */
export class Saver<Value> {
  private version: string | null = null;
  private acknowledged = '';
  private latest: Value | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;
  private left = false;
  private readonly now = signal<SaveState>('saved');
  readonly state: Signal<SaveState> = this.now.asReadonly();

  constructor(
    private readonly send: (version: string | null, value: Value) => Promise<SaveAnswer>,
    /** The server has this value: no copy is needed any more. */
    private readonly onSaved: () => void = () => undefined,
  ) {}

  get seen(): string | null {
    return this.version;
  }

  /** From here on the server has this value under this version, null where it has none yet. */
  begin(version: string | null, value: Value): void {
    this.version = version;
    this.acknowledged = inOneOrder(value);
    this.latest = value;
    this.now.set('saved');
  }

  /** Whoever typed has chosen: what is here takes the place of that version, once it is offered. */
  overwrite(version: string | null): void {
    this.version = version;
    this.acknowledged = '';
    this.now.set('not saved');
  }

  /** What stands on the page now. Returns whether the server has still to take it. */
  offer(value: Value): boolean {
    this.latest = value;
    if (this.now() === 'gone') return false;
    if (this.now() === 'elsewhere') return true;
    if (!this.sending && inOneOrder(value) === this.acknowledged) {
      this.settle();
      return false;
    }
    if (this.now() === 'saved') this.now.set('saving');
    this.later(PAUSE_IN_TYPING);
    return true;
  }

  /** Another page has it now: nothing is sent until `begin` or `overwrite`. */
  stop(state: 'elsewhere' | 'gone'): void {
    clearTimeout(this.timer);
    this.now.set(state);
  }

  /** At once, for instance when the network is back. */
  tryNow(): void {
    if (this.now() === 'not saved') this.later(0);
  }

  end(): void {
    clearTimeout(this.timer);
  }

  /** The page is left: what the server has not got is sent once more, at once. */
  leave(): void {
    this.left = true;
    this.end();
    if (this.now() === 'saving' || this.now() === 'not saved') void this.sendLatest();
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    if (this.left) return;
    this.timer = setTimeout(() => void this.sendLatest(), pause);
  }

  private async sendLatest(): Promise<void> {
    if (this.sending || this.latest === null) return;
    this.sending = true;
    const text = inOneOrder(this.latest);
    const answer = await this.send(this.version, this.latest);
    this.sending = false;
    if (this.now() === 'gone') return;
    if ('version' in answer) {
      this.version = answer.version;
      this.acknowledged = text;
      if (inOneOrder(this.latest) === text) this.settle();
      else if (this.left) void this.sendLatest();
      else this.later(PAUSE_IN_TYPING);
      return;
    }
    if (answer.refused !== 'not reached') {
      this.stop(answer.refused);
      return;
    }
    this.now.set('not saved');
    this.later(UNTIL_NEXT_TRY);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.now.set('saved');
    this.onSaved();
  }
}
