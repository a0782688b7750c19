import { HttpErrorResponse } from '@angular/common/http';

/** The first step of signing in has been taken, and the second is still to come. */
export const isStepOwed = (error: unknown): boolean =>
  error instanceof HttpErrorResponse && error.status === 401 && (error.error as { readonly code?: unknown } | null)?.code === 'second_step';
