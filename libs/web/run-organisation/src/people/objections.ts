import type { ReadonlyFieldTree, ValidationError } from '@angular/forms/signals';
import type { Problem } from '@facet/contract';

/** The server's objections, each at the field that it names; what names none of these stands at the first. */
export const objectionsAt = (
  refusal: Problem | null,
  first: ReadonlyFieldTree<unknown>,
  others: Readonly<Record<string, ReadonlyFieldTree<unknown>>>,
): ValidationError.WithOptionalFieldTree[] =>
  (refusal?.errors ?? []).map(({ field, message }) => ({
    kind: 'objection',
    message,
    fieldTree: others[field.split('.')[0] ?? ''] ?? first,
  }));
