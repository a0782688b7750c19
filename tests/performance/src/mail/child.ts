import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program of dist/tests/performance in a process of its own. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  static start(program: string, words: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Child {
    const child = spawn(process.execPath, [`dist/tests/performance/${program}.js`, ...words], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Child(child);
  }

  /** What it says next. */
  async said(): Promise<string> {
    if (this.process.stdout === null) throw new Error('its output is a pipe');
    const [piece] = (await once(this.process.stdout, 'data')) as [Buffer];
    return piece.toString().trim();
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }
}
