import { facet } from './facet';

/** Runs a command in a spec and keeps what it said. */
export const recorded = async (...words: string[]): Promise<{ code: number; printed: string; reported: string }> => {
  const printed: string[] = [];
  const reported: string[] = [];
  const code = await facet(words, { print: (text) => printed.push(text), report: (text) => reported.push(text) });
  return { code, printed: printed.join('\n'), reported: reported.join('\n') };
};
