/** The part of a signal form's field that its frame shows. */
export interface FieldState {
  readonly touched: () => boolean;
  readonly errors: () => readonly { readonly message?: string | undefined }[];
}

/** Errors wait until the field was left or the form was sent: nobody is corrected while typing. */
export const shownErrors = (field: (() => FieldState) | undefined): string[] => {
  const state = field?.();
  return state?.touched() ? state.errors().flatMap(({ message }) => message ?? []) : [];
};

/** Ids of what describes a control, for its aria-describedby. */
export const describedBy = (name: string, hint: string, errors: readonly string[]): string | null =>
  [hint && `${name}-hint`, errors.length > 0 && `${name}-errors`].filter(Boolean).join(' ') || null;
