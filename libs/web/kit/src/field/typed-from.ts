import { computed, linkedSignal, type WritableSignal } from '@angular/core';

/**
 * What is typed into a form that begins with what the server knows. A fetch that brings something else of these begins it anew; one that
 * brings the same, for another's sake, leaves what is typed alone. `known`: strings, numbers, ticks and lists of them.
 */
export const typedFrom = <Typed>(known: () => Typed): WritableSignal<Typed> =>
  linkedSignal(computed(known, { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) }));
