import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Draft } from './draft';

/** Keeps a leader's draft in this browser, one for all tabs, so that two tabs launch the same round. */
@Injectable()
export class DraftKeeper {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly destroyed = inject(DestroyRef);
  private readonly works = signal(true);

  /** False where the browser keeps nothing (storage switched off or full). */
  readonly keeps = this.works.asReadonly();

  read(owner: string): Draft | null {
    return this.orNothing(() => parsed(this.window?.localStorage.getItem(keyOf(owner)) ?? null));
  }

  keep(owner: string, draft: Draft): void {
    this.orNothing(() => this.window?.localStorage.setItem(keyOf(owner), JSON.stringify(draft)));
  }

  drop(owner: string): void {
    this.orNothing(() => this.window?.localStorage.removeItem(keyOf(owner)));
  }

  /** Calls back when another tab has changed the draft, with null when it has launched or discarded it. */
  onChangeElsewhere(owner: string, callback: (draft: Draft | null) => void): void {
    const listen = ({ key, newValue }: StorageEvent) => {
      if (key === keyOf(owner)) callback(parsed(newValue));
    };
    this.window?.addEventListener('storage', listen);
    this.destroyed.onDestroy(() => this.window?.removeEventListener('storage', listen));
  }

  /** Storage throws when it is switched off or full; the page then works without a draft and says so. */
  private orNothing<T>(access: () => T): T | null {
    try {
      return access();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.works.set(false);
      return null;
    }
  }
}

const keyOf = (owner: string): string => `facet.launch-draft.${owner}`;

/** A draft of an older version of this page, or anything else under our key, counts as none. */
const parsed = (text: string | null): Draft | null => {
  if (text === null) return null;
  try {
    return Draft.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
