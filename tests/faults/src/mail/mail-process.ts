import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { MailsToSend } from './mails-to-send';

/** What differs from the product: nobody waits for minutes, and every hour is a good hour. */
const HURRY = {
  FACET_MAIL_LEASE_SECONDS: '2',
  FACET_MAIL_BACK_OFF_SECONDS: '0.5',
  FACET_MAIL_SWEEP_SECONDS: '0.2',
  FACET_MAIL_PER_DOMAIN: '0',
  FACET_MAIL_HOURS: '00:00-23:59',
  FACET_MAIL_DAYS: 'Mon,Tue,Wed,Thu,Fri,Sat,Sun',
};

/** One process that sends mail, and that a test may kill. */
export class MailProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when it has begun to look for mail. */
  static async start(to: MailsToSend, changed: Readonly<Record<string, string>> = {}): Promise<MailProcess> {
    const child = spawn(process.execPath, ['dist/tests/faults/mail-program.js'], {
      cwd: new URL('../../../..', import.meta.url),
      env: { ...to.environment, ...HURRY, FACET_ROLES: 'jobs', FACET_LOG: 'silent', PATH: process.env['PATH'], ...changed },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const begun = once(child.stdout, 'data');
    const ended = once(child, 'exit').then(([code]) => {
      if (code !== null && code !== 0) throw new Error(`the process that sends mail ended with ${String(code)}`);
    });
    await Promise.race([begun, ended]);
    return new MailProcess(child);
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an orchestrator asks: what is on its way may be finished. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
