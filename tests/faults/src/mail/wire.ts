import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A moment in a conversation, and what happens to the line then. */
export interface Break {
  readonly speaker: 'client' | 'server';
  /** What is being said; it has not reached the other side yet. */
  readonly says: RegExp;
  /** What the other side said last. */
  readonly heard?: RegExp;
  /** So many such moments pass unharmed before. */
  readonly after?: number;
  /** `silence`: nothing is passed on any more, and nobody hangs up. */
  readonly then: 'cut before' | 'cut after' | 'silence';
}

/** The line between two programs on this machine, of whatever protocol, which can be made to break at a given moment. */
export class Wire {
  private breaks: { readonly at: Break; left: number }[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly to: URL,
  ) {}

  /** A line to the server of this URL, for instance smtp://127.0.0.1:2525. */
  static async to(url: string): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server, new URL(url));
    server.on('connection', (client) => wire.connect(client));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return wire;
  }

  /** The same URL, by way of this line. */
  get url(): string {
    const url = new URL(this.to);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** So many times the line breaks at this moment, on whatever connection it comes. */
  breakAt(moment: Break, times = 1): void {
    for (let time = 0; time < times; time++) this.breaks.push({ at: moment, left: moment.after ?? 0 });
  }

  /** From now on nothing breaks. */
  mend(): void {
    this.breaks = [];
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((closed) => {
      this.server.close(() => closed());
    });
  }

  private connect(client: Socket): void {
    const server = connect(Number(this.to.port), this.to.hostname);
    const last = { client: '', server: '' };
    const line = { silent: false };
    const pass = (speaker: Break['speaker'], from: Socket, towards: Socket): void => {
      this.sockets.add(from);
      from.on('error', () => undefined); // a line that breaks is what these tests are about
      from.on('close', () => {
        this.sockets.delete(from);
        if (!line.silent) towards.destroy();
      });
      from.on('data', (piece: Buffer) => {
        const said = piece.toString('latin1');
        last[speaker] = said;
        const then = this.take(speaker, said, last[speaker === 'client' ? 'server' : 'client']);
        if (then === 'silence') line.silent = true;
        if (!line.silent && then !== 'cut before') towards.write(piece);
        if (then === 'cut before' || then === 'cut after') for (const socket of [client, server]) socket.resetAndDestroy();
      });
    };
    pass('client', client, server);
    pass('server', server, client);
  }

  private take(speaker: Break['speaker'], said: string, heard: string): Break['then'] | null {
    const next = this.breaks.find(({ at }) => at.speaker === speaker && at.says.test(said) && (at.heard?.test(heard) ?? true));
    if (!next || next.left-- > 0) return null;
    this.breaks.splice(this.breaks.indexOf(next), 1);
    return next.at.then;
  }
}
