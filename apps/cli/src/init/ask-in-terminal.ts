import { createInterface } from 'node:readline/promises';

/** Whoever was asked has gone (Ctrl-C, Ctrl-D) before everything was answered. */
export class Stopped extends Error {}

/** Runs `work` with somebody at the terminal to ask. Questions go to standard error: standard output is for the result. */
export const askInTerminal = async <Result>(work: (ask: (question: string) => Promise<string>) => Promise<Result>): Promise<Result> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const gone = new Promise<never>((_, reject) => {
    terminal.once('close', () => {
      reject(new Stopped());
    });
  });
  try {
    return await Promise.race([work((question) => terminal.question(question)), gone]);
  } finally {
    gone.catch(() => undefined); // closing below ends the wait as well; nobody listens any more
    terminal.close();
  }
};
