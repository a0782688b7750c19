import { Readable } from 'node:stream';
import type { MailMessage } from 'nodemailer';

/** How far the body of one message has come. */
interface Body {
  /** Runs before the first byte leaves; the message is not sent where it throws. */
  readonly before: () => Promise<void>;
  left: boolean;
}

/**
 * Stands between nodemailer and the connection. nodemailer writes the message into memory at once, but reads the stream that it
 * sends only after the server has said "354 go ahead": a stream of our own in between runs `before` at that moment, and knows when
 * the last byte has been handed on. That this is so, and that nodemailer's log tells the same, is held in body-gate.spec.ts.
 */
export class BodyGate {
  private readonly bodies = new Map<string, Body>();

  /** A plugin for nodemailer's step "stream". */
  readonly plugin = ({ message }: MailMessage, done: () => void): void => {
    const body = this.bodies.get(message.messageId());
    if (body === undefined) throw new Error('every message goes through pass()');
    const read = message.createReadStream.bind(message);
    message.createReadStream = (options) =>
      Readable.from(
        held(body, () => read(options)),
        { objectMode: false },
      );
    done();
  };

  /** Sends the message of this Message-ID; `hasLeft` tells afterwards whether its whole body was handed to the connection. */
  async pass<Result>(messageId: string, before: () => Promise<void>, send: (hasLeft: () => boolean) => Promise<Result>): Promise<Result> {
    const body: Body = { before, left: false };
    this.bodies.set(messageId, body);
    try {
      return await send(() => body.left);
    } finally {
      this.bodies.delete(messageId);
    }
  }
}

async function* held(body: Body, read: () => Readable): AsyncGenerator<Buffer> {
  await body.before();
  yield* read() as AsyncIterable<Buffer>;
  body.left = true;
}
