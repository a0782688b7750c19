import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fontFiles } from './fonts';

export interface PressLimits {
  /** After so many documents the process is exchanged for a new one. */
  readonly documents: number;
  /** Bytes of memory above which it is exchanged. */
  readonly memory: number;
  /** Milliseconds that one document may take. */
  readonly patience: number;
  /** Milliseconds without work after which the process ends. */
  readonly rest: number;
}

interface Printed {
  readonly pdf: Uint8Array | null;
  readonly memory: number;
}

/** The folder beside this file; a build puts it beside the program. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const program = fileURLToPath(new URL(`assets/typst-process.${extension}`, import.meta.url));
const template = fileURLToPath(new URL('assets/report.typ', import.meta.url));
const noSystemFonts = fileURLToPath(new URL('assets/no-system-fonts.conf', import.meta.url));

/** One process that sets documents, one after the other: started when there is work, exchanged before it grows, ended when it rests. */
export class Press {
  private child: ChildProcess | null = null;
  private printed = 0;
  private resting: NodeJS.Timeout | undefined;

  constructor(private readonly limits: PressLimits) {}

  /** Null where this document cannot be set, or its process died over it; the next one finds a new process. */
  async print(data: string): Promise<Uint8Array | null> {
    clearTimeout(this.resting);
    const child = (this.child ??= start());
    const answer = await answerOf(child, data, this.limits.patience);
    this.printed += 1;
    if (answer === null || this.printed >= this.limits.documents || answer.memory > this.limits.memory) await this.stop();
    else this.resting = setTimeout(() => void this.stop(), this.limits.rest).unref();
    return answer?.pdf ?? null;
  }

  /** Done when the process is gone, so that none is left behind. */
  async stop(): Promise<void> {
    clearTimeout(this.resting);
    const { child } = this;
    this.child = null;
    this.printed = 0;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** For whoever measures, or breaks, the process. */
  get processId(): number | undefined {
    return this.child?.pid;
  }
}

/** Without our environment, which holds secrets, and without a voice: what Typst complains of quotes people's words. */
function start(): ChildProcess {
  const child = fork(program, [template, ...fontFiles()], {
    env: { FONTCONFIG_FILE: noSystemFonts },
    execArgv: ['--expose-gc', '--max-old-space-size=64'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => undefined); // a process that cannot start also ends, or sends nothing until patience does
  return child;
}

function answerOf(child: ChildProcess, data: string, patience: number): Promise<Printed | null> {
  return new Promise((resolve) => {
    const settle = (answer: Printed | null): void => {
      clearTimeout(timer);
      child.off('message', settle);
      child.off('exit', ended);
      resolve(answer);
    };
    const ended = (): void => settle(null);
    const timer = setTimeout(ended, patience);
    child.on('message', settle);
    child.on('exit', ended);
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) ended();
    else child.send(data, (error) => error && ended());
  });
}
