import { signal } from '@angular/core';
import type { Problem } from '@facet/contract';

/** The server's objections to what was sent, for the frame of each field: `<kit-field [field]="objected.to('reason')">`. */
export class Objected {
  private readonly refusal = signal<Problem | null>(null);

  set(refusal: Problem | null): void {
    this.refusal.set(refusal);
  }

  to(field: string): () => { readonly touched: () => boolean; readonly errors: () => readonly { readonly message: string }[] } {
    const errors = (): readonly { readonly message: string }[] => (this.refusal()?.errors ?? []).filter((error) => error.field === field);
    return () => ({ touched: () => true, errors });
  }
}
