import type { ReadonlyFieldTree, ValidationError } from '@angular/forms/signals';
import type { FieldError, Problem } from '@facet/contract';

/** The server's objections to a sent form, each at its field. Without any there is nothing to say at a field. */
export const errorsFrom = (
  refusal: Problem | null,
  fieldOf: (error: FieldError) => ReadonlyFieldTree<unknown>,
): ValidationError.WithOptionalFieldTree[] =>
  (refusal?.errors ?? []).map((error) => ({ kind: 'objection', message: error.message, fieldTree: fieldOf(error) }));
