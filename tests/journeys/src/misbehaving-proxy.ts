import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a save: nothing special, a fault of the server, or a line that breaks before or behind the server, or stands still. */
export type Weather = 'fine' | '500' | 'lost on the way there' | 'lost on the way back' | 'late';

/** Stands before the product as a school's proxy does, and treats saves as badly as it is told. Everything else passes. */
export class MisbehavingProxy {
  weather: Weather = 'fine';
  private late: (() => void)[] = [];

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
  ) {}

  static async before(address: string): Promise<MisbehavingProxy> {
    const server = createServer((asked, answer) => void proxy.pass(asked, answer));
    const proxy = new MisbehavingProxy(new URL(address), server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many replies are being held back. */
  get held(): number {
    return this.late.length;
  }

  /** What was held back arrives after all. */
  letGo(): void {
    for (const go of this.late.splice(0)) go();
  }

  async close(): Promise<void> {
    this.letGo();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const weather = asked.method === 'PUT' ? this.weather : 'fine';
    if (weather === '500') return void answer.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    if (weather === 'lost on the way there') return void answer.destroy();
    const reply = await this.ask(asked);
    if (weather === 'lost on the way back') return void answer.destroy();
    if (weather === 'late') await new Promise<void>((go) => this.late.push(go));
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  }

  private ask(asked: IncomingMessage): Promise<IncomingMessage> {
    const { hostname, port, host } = this.target;
    return new Promise((resolve, reject) => {
      const onward = request({ hostname, port, method: asked.method, path: asked.url, headers: { ...asked.headers, host } }, resolve);
      onward.once('error', reject);
      asked.pipe(onward);
    });
  }
}
