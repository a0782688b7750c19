import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { readMails, waitForMail } from './mailbox';

/** A school's own mail server, for a product outside demo mode: SMTP on a free loopback port. It keeps what it receives. */
export class MailServer {
  private received = 0;

  private constructor(
    private readonly server: SMTPServer,
    private readonly folder: string,
  ) {}

  static async start(): Promise<MailServer> {
    const folder = await mkdtemp(join(tmpdir(), 'facet-mail-server-'));
    await mkdir(join(folder, 'mailbox'));
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 1_000 },
      onData: (stream, _, done) => {
        buffer(stream)
          .then((mail) => running.keep(mail))
          .then(() => done(), done);
      },
    });
    const running = new MailServer(server, folder);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return running;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Mails to this address, or to everybody, oldest first. */
  mails(to?: string): Promise<Email[]> {
    return readMails(this.folder, to);
  }

  /** The newest mail to this address whose subject matches; waits for it. */
  mail(to: string, subject: RegExp): Promise<Email> {
    return waitForMail(this.folder, to, subject);
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => {
      this.server.close(() => closed());
    });
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Whole or not at all: somebody may be reading the folder. */
  private async keep(mail: Buffer): Promise<void> {
    this.received += 1;
    const name = join(this.folder, 'mailbox', String(this.received).padStart(6, '0'));
    await writeFile(`${name}.part`, mail);
    await rename(`${name}.part`, `${name}.eml`);
  }
}
