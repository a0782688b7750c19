import type { Output } from './command';

/** Text from a file must not steer the terminal: control characters but line ends and tabs are shown as a mark. */
const harmless = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD');

/** The terminal, or whatever the two streams lead to. A reader that has seen enough (`| head`) ends the command quietly. */
export const terminal = (): Output => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode);
  });
  const line = (text: string): string => (text.endsWith('\n') ? harmless(text) : `${harmless(text)}\n`);
  return {
    print: (text) => void process.stdout.write(line(text)),
    report: (text) => void process.stderr.write(line(text)),
  };
};
