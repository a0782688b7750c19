import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Command, type ExitCode, nameOf, type Output } from './command';

type Options = NonNullable<ParseArgsConfig['options']>;

interface Config<Given extends Options> {
  readonly args: string[];
  readonly options: Given;
  readonly allowPositionals: true;
}

interface Words<Given extends Options> {
  readonly path: string;
  readonly values: ReturnType<typeof parseArgs<Config<Given>>>['values'];
}

/** The options that a command takes, or a sentence on what is wrong with its words. */
export const readOptions = <Given extends Options>(words: readonly string[], options: Given): Words<Given>['values'] | string => {
  const read = parsed(words, options);
  if (typeof read === 'string') return read;
  const [extra] = read.positionals;
  return extra === undefined ? read.values : `“${extra}” is not understood.`;
};

/** The options and the one path that a command takes, or a sentence on what is wrong with its words. `thing` is what the path leads to. */
export const readWords = <Given extends Options>(words: readonly string[], options: Given, thing: string): Words<Given> | string => {
  const read = parsed(words, options);
  if (typeof read === 'string') return read;
  const [path, another] = read.positionals;
  if (path === undefined) return `Which ${thing}?`;
  return another === undefined ? { path, values: read.values } : `One ${thing} at a time, please.`;
};

const parsed = <Given extends Options>(words: readonly string[], options: Given): ReturnType<typeof parseArgs<Config<Given>>> | string => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    return `${message.split('. ')[0]?.replace(/\.$/, '') ?? ''}.`;
  }
};

/** Says what was not understood, and how the command is written. */
export const notUnderstood = (command: Command, what: string, output: Output): ExitCode => {
  output.report(`${what}\nUsage: facet ${command.usage}\nMore: facet ${nameOf(command)} --help`);
  return 2;
};
