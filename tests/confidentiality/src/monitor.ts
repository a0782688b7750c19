import { connect, type Socket } from 'node:net';

/** Every command that a Redis is sent from now on, as its own MONITOR reports it. */
export class RedisMonitor {
  private readonly heard: string[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.heard.push(chunk.toString('latin1')));
  }

  static async listen(url: string): Promise<RedisMonitor> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((ready) => socket.once('connect', ready));
    const monitor = new RedisMonitor(socket);
    const accepted = new Promise((answer) => socket.once('data', answer));
    socket.write('MONITOR\r\n');
    await accepted;
    return monitor;
  }

  get log(): string {
    return this.heard.join('');
  }

  stop(): void {
    this.socket.destroy();
  }
}
