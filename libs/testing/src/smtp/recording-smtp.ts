import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** One message that the server has taken. */
export interface Received {
  readonly from: string;
  /** Envelope recipients: whom it would really have reached. */
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** What to answer instead of 250, the next time somebody comes to this point. */
export interface ScriptedReply {
  readonly at: 'RCPT' | 'DATA';
  /**
   * An SMTP code, or no reply at all: `hang up` closes the connection; at DATA that is after the final dot. A function is run first,
   * and then the reply is 250 as usual: for whatever a test wants to happen at exactly that moment.
   */
  readonly reply: { readonly code: number; readonly text: string } | 'hang up' | (() => Promise<unknown>);
}

/** In PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** `later`: plain at first, and encrypted after STARTTLS; `at once`: nothing is said before TLS. */
export interface Encryption {
  readonly begins: 'later' | 'at once';
  readonly certificate: Certificate;
}

/** A real SMTP server on a free loopback port that keeps what it receives and can be told to fail. */
export class RecordingSmtp {
  readonly messages: Received[] = [];
  /** TCP connections so far. */
  connections = 0;
  private readonly script: ScriptedReply[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly sockets = new Map<number, { destroy(): void }>();
  private gate: Promise<void> = Promise.resolve();
  private readonly server: SMTPServer;

  private constructor(encryption: Encryption | null) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: encryption === null ? ['STARTTLS', 'AUTH'] : ['AUTH'],
      ...(encryption !== null && { ...encryption.certificate, secure: encryption.begins === 'at once' }),
      disableReverseLookup: true,
      onRcptTo: (_, session, done) => this.answer('RCPT', session, done),
      onData: (stream, session, done) => void this.receive(stream, session, done),
    });
    this.server.on('error', () => undefined); // a client that goes away in the middle is what some tests are about
    this.server.server.on('connection', (socket) => {
      this.connections += 1;
      this.sockets.set(socket.remotePort ?? 0, socket);
    });
  }

  static async start(encryption: Encryption | null = null): Promise<RecordingSmtp> {
    const smtp = new RecordingSmtp(encryption);
    await new Promise<void>((ready) => smtp.server.listen(0, '127.0.0.1', ready));
    return smtp;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** From the next connection on. */
  renew(certificate: Certificate): void {
    this.server.updateSecureContext(certificate);
  }

  /** Each scripted reply is given once, in order. */
  answerWith(...replies: ScriptedReply[]): void {
    this.script.push(...replies);
  }

  /** From now on nothing is answered after the final dot, until the returned function is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.gate = promise;
    return () => resolve(undefined);
  }

  /** Resolves with all messages as soon as `enough` says so; fails after `withinMs`. */
  async waitFor(enough: (messages: readonly Received[]) => boolean, withinMs = 20_000): Promise<readonly Received[]> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const look = (): void => {
      if (enough(this.messages)) resolve(undefined);
    };
    const subjects = (): string => this.messages.map(({ to, mail }) => `${to.join()}: ${mail.subject ?? ''}`).join('; ');
    const timer = setTimeout(() => reject(new Error(`still waiting for mail after ${withinMs} ms; here are: ${subjects()}`)), withinMs);
    this.watchers.add(look);
    look();
    try {
      await promise;
      return this.messages;
    } finally {
      clearTimeout(timer);
      this.watchers.delete(look);
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((closed) => {
      this.server.close(() => closed());
    });
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const raw = await wholeText(stream);
    if (raw === null) return;
    await this.gate;
    const { mailFrom, rcptTo } = session.envelope;
    const received: Received = {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      raw,
      mail: await PostalMime.parse(raw),
    };
    this.answer('DATA', session, (error) => {
      if (!error) this.messages.push(received);
      done(error);
      for (const look of this.watchers) look();
    });
  }

  private answer(at: ScriptedReply['at'], session: SMTPServerSession, done: (error?: Error | null) => void): void {
    const [next] = this.script;
    if (next?.at === at) this.script.shift();
    const reply = next?.at === at ? next.reply : null;
    if (reply === null) done();
    else if (typeof reply === 'function') void reply().then(() => done(), done);
    else if (reply === 'hang up') this.sockets.get(session.remotePort)?.destroy();
    else done(Object.assign(new Error(reply.text), { responseCode: reply.code }));
  }
}

/** Null where the client went away before the final dot: then no mail was sent. */
async function wholeText(stream: SMTPServerDataStream): Promise<string | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of stream) parts.push(part as Buffer);
  } catch {
    return null; // the stream fails only when its connection ends early
  }
  return Buffer.concat(parts).toString('utf8');
}
