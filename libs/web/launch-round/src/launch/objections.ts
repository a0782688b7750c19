import type { ReadonlyFieldTree, ValidationError } from '@angular/forms/signals';
import type { FieldError } from '@facet/contract';
import type { Draft } from './draft';

/** What the server does not accept, with the value that it saw: the objection stands until that value changes. */
export interface Objection {
  readonly path: readonly string[];
  readonly message: string;
  readonly value: unknown;
}

/** Where an error about several controls at once is said. */
const saidAt: Readonly<Record<string, string>> = { closing: 'closing.date', together: 'colleagues', reminders: 'reminders.most' };

export const objectionsTo = (draft: Draft, errors: readonly FieldError[]): Objection[] =>
  errors.map(({ field, line, message }) => {
    const path = knownPath(draft, saidAt[field] ?? field);
    return { path, message: line === undefined ? message : `Line ${line}: ${message}`, value: valueAt(draft, path) };
  });

export const standing = (objections: readonly Objection[], draft: Draft): Objection[] =>
  objections.filter(({ path, value }) => JSON.stringify(valueAt(draft, path)) === JSON.stringify(value));

/** The preview and the launch may object to the same thing in the same words. */
export const eachOnce = (objections: readonly Objection[]): Objection[] =>
  objections.filter(({ path, message }, i) => {
    const same = (other: Objection) => other.message === message && other.path.join('.') === path.join('.');
    return objections.findIndex(same) === i;
  });

/** An objection as an error of its field. */
export const asError = ({ path, message }: Objection, form: ReadonlyFieldTree<Draft>): ValidationError.WithOptionalFieldTree => ({
  kind: 'objection',
  message,
  fieldTree: path.reduce((at: ReadonlyFieldTree<unknown>, key) => (at as Record<string, ReadonlyFieldTree<unknown>>)[key] ?? at, form),
});

/** As much of a path as the draft has; a field that this page does not know is the whole draft's matter. */
const knownPath = (draft: Draft, field: string): string[] => {
  const path: string[] = [];
  for (const key of field.split('.')) {
    if (valueAt(draft, [...path, key]) === undefined) break;
    path.push(key);
  }
  return path;
};

const valueAt = (draft: Draft, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined),
    draft,
  );
