import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createHttpServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
};

/** An address that stays while what answers behind it comes back at another one, as a container's name does. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private constructor(
    private readonly server: Server,
    readonly port: number,
    private to: number,
  ) {}

  static async to(port: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server, await listening(server), port);
    server.on('connection', (client) => line.join(client));
    return line;
  }

  moveTo(port: number): void {
    this.to = port;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private join(client: Socket): void {
    const server = connect(this.to, '127.0.0.1');
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined); // whoever was killed says nothing more, and `close` follows
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}

/** So long the proxy of deploy/Caddyfile looks for a page process that lets it in (lb_try_duration). */
const TRIES_MS = 5_000;

/** Stands in for the proxy of the composition: each request goes to the next page process, and to another where that lets nobody in. */
export class Proxy {
  private next = 0;
  private constructor(
    private readonly server: Server,
    readonly address: string,
    private readonly ports: readonly number[],
  ) {}

  static async to(ports: readonly number[]): Promise<Proxy> {
    const server = createHttpServer((asked, answer) => void proxy.pass(asked, answer));
    const proxy = new Proxy(server, `http://127.0.0.1:${await listening(server)}`, ports);
    return proxy;
  }

  close(): void {
    this.server.close();
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const until = performance.now() + TRIES_MS;
    while (performance.now() < until) {
      const outcome = await this.ask(this.ports[this.next++ % this.ports.length] ?? 0, asked, body, answer);
      if (outcome === 'passed') return;
      if (outcome === 'broken') break; // it may have been heard: only whoever asked knows whether it may be said twice
      await setTimeout(50);
    }
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  }

  private ask(
    port: number,
    { method, url, headers }: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
  ): Promise<'passed' | 'refused' | 'broken'> {
    return new Promise((tell) => {
      const asking = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (heard) => {
        answer.writeHead(heard.statusCode ?? 502, heard.headers);
        heard.pipe(answer);
        heard.on('end', () => tell('passed'));
        heard.on('error', () => tell('broken'));
      });
      asking.on('error', (error: NodeJS.ErrnoException) => tell(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'));
      asking.end(body);
    });
  }
}
