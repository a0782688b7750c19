import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '@facet/platform';

/** Whether this machine has a Redis to test with; a suite that needs one skips visibly where it has not. */
export const redisIsInstalled = spawnSync('redis-server', ['--version']).status === 0;

/** A real Redis on a free loopback port that keeps nothing on disk, unless asked to, and can be killed and started again on the same port. */
export class TestRedis {
  private process: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  /** A port on which no Redis has been started yet. */
  static async reserve(): Promise<TestRedis> {
    return new TestRedis(await freePort());
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(policy = 'noeviction', keeps: readonly string[] = ['--appendonly', 'no']): Promise<void> {
    const flags = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', ...keeps, '--maxmemory-policy', policy];
    const redis = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.process = redis;
    for await (const line of redis.stdout as AsyncIterable<Buffer>) if (line.toString().includes('Ready to accept connections')) break;
  }

  /** It keeps its connections and takes new ones, and answers nobody until it wakes. */
  hang(): void {
    this.process?.kill('SIGSTOP');
  }

  wake(): void {
    this.process?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const { process } = this;
    if (process === undefined) return;
    this.process = undefined;
    process.kill('SIGKILL');
    await once(process, 'exit');
  }

  /** One command, answered in Redis's own protocol; enough for FLUSHALL. */
  async command(words: string): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    socket.write(`${words}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return answer.toString();
  }
}
