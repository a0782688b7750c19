import type { GroupCode, LaunchPreview } from '@facet/contract';

export interface LineRead {
  readonly line: number;
  /** Null where no colleague could be made out. */
  readonly person: { readonly name: string; readonly email: string } | null;
  /** Null while it is not said, or cannot be. */
  readonly group: GroupCode | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What was understood of the pasted list, line by line in the order of the box. */
export const linesRead = ({ colleagues, groupless, errors, warnings }: LaunchPreview['read']): LineRead[] => {
  const numbers = new Set([...colleagues, ...groupless, ...errors, ...warnings].map(({ line }) => line));
  const messages = (of: typeof errors, line: number) => of.filter((entry) => entry.line === line).map(({ message }) => message);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((line) => {
      const found = colleagues.find((colleague) => colleague.line === line);
      const person = found ?? groupless.find((colleague) => colleague.line === line);
      return {
        line,
        person: person ? { name: person.name, email: person.email } : null,
        group: found?.group ?? null,
        errors: messages(errors, line),
        warnings: messages(warnings, line),
      };
    });
};

/** "11 colleagues read. 2 lines need attention." */
export const readInWords = ({ colleagues, groupless, errors }: LaunchPreview['read']): string => {
  const lines = new Set(errors.map(({ line }) => line)).size;
  const read = `${count(colleagues.length + groupless.length, 'colleague')} read.`;
  return lines === 0 ? read : `${read} ${count(lines, 'line')} ${lines === 1 ? 'needs' : 'need'} attention.`;
};

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
