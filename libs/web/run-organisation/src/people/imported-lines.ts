import type { PeopleImported } from '@facet/contract';
import { rolesInWords } from './roles';

export interface ImportedLine {
  readonly line: number;
  readonly person: { readonly name: string; readonly email: string; readonly roles: string } | null;
  /** What taking the list does for this line. */
  readonly does: string;
  readonly errors: readonly string[];
}

const deeds = { add: 'Is added', change: 'Is changed', nothing: 'Stays as it is' } as const;

/** Every line that says something, in the order of the list. */
export const linesOf = (imported: PeopleImported | null): ImportedLine[] => {
  if (imported === null) return [];
  const numbers = new Set([...imported.lines, ...imported.errors].map(({ line }) => line));
  return [...numbers]
    .toSorted((one, other) => one - other)
    .map((line) => {
      const found = imported.lines.find((one) => one.line === line);
      return {
        line,
        person: found ? { name: found.name, email: found.email, roles: rolesInWords(found.roles) } : null,
        does: found ? deeds[found.does] : '',
        errors: imported.errors.filter((error) => error.line === line).map(({ message }) => message),
      };
    });
};

export interface Sum {
  readonly right: number;
  readonly wrong: number;
  /** "2 people read. 1 line needs attention." */
  readonly words: string;
}

export const sumOf = (imported: PeopleImported | null): Sum | null => {
  if (imported === null) return null;
  const right = imported.lines.length;
  const wrong = new Set(imported.errors.map(({ line }) => line)).size;
  const read = `${right} ${right === 1 ? 'person' : 'people'} read.`;
  return { right, wrong, words: wrong === 0 ? read : `${read} ${wrong} ${wrong === 1 ? 'line needs' : 'lines need'} attention.` };
};
