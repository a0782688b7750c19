import type { LaunchOptions, LaunchPreview } from '@facet/contract';

export interface LineRead {
  readonly line: number;
  readonly colleague: { readonly name: string; readonly email: string; readonly group: string } | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What was understood of the pasted list, line by line in the order of the box. */
export const linesRead = ({ colleagues, errors, warnings }: LaunchPreview['read'], groups: LaunchOptions['groups']): LineRead[] => {
  const numbers = new Set([...colleagues, ...errors, ...warnings].map(({ line }) => line));
  const messages = (of: typeof errors, line: number) => of.filter((entry) => entry.line === line).map(({ message }) => message);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((line) => {
      const found = colleagues.find((colleague) => colleague.line === line);
      const group = groups.find(({ code }) => code === found?.group)?.label ?? '';
      return {
        line,
        colleague: found ? { name: found.name, email: found.email, group } : null,
        errors: messages(errors, line),
        warnings: messages(warnings, line),
      };
    });
};

/** "11 colleagues read. 2 lines need attention." */
export const readInWords = ({ colleagues, errors }: LaunchPreview['read']): string => {
  const lines = new Set(errors.map(({ line }) => line)).size;
  const read = `${count(colleagues.length, 'colleague')} read.`;
  return lines === 0 ? read : `${read} ${count(lines, 'line')} ${lines === 1 ? 'needs' : 'need'} attention.`;
};

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
