/** Where a command speaks: `print` is its result, on standard output; `report` is all else it has to say. Each is whole lines. */
export interface Output {
  print(text: string): void;
  report(text: string): void;
}

/** 0: done. 1: refused, and the reason was reported. 2: the command, or a file of data that it was given, was not understood. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** As typed after `facet`: "framework check FILE". Its words in lower case, up to the first other, are the command's name. */
  readonly usage: string;
  readonly summary: string;
  /** One line for each option and each thing worth knowing. */
  readonly details: readonly string[];
  run(words: readonly string[], output: Output): Promise<ExitCode>;
}

export const nameOf = ({ usage }: Command): string => /^[a-z]+(?: [a-z]+)*/.exec(usage)?.[0] ?? '';
