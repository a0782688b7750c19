import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { mailboxFolder, newMailName } from './kept-mails';

export interface Mailbox {
  /** For the configuration: where the product sends its mail. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Larger than any letter of ours by far. */
const LARGEST_MAIL = 2_000_000;

/**
 * The demo's SMTP server, a real one: on a free port of the loopback interface, for every recipient, handing nothing on. What it
 * answers 250 to is on disk, in `data`/mailbox.
 */
export async function startMailbox(data: string): Promise<Mailbox> {
  const folder = mailboxFolder(data);
  await mkdir(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: 1_000,
    onData: (stream, _, done) => {
      keep(folder, stream).then(() => done(), done);
    },
  });
  server.on('error', () => undefined); // a sender that goes away in the middle; it has no 250 and tries again
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
      }),
  };
}

async function keep(folder: string, stream: SMTPServerDataStream): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large.'), { responseCode: 552 });
  const unfinished = join(folder, `${randomUUID()}.part`);
  const file = await open(unfinished, 'wx');
  try {
    await file.writeFile(Buffer.concat(parts));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, newMailName()));
}
