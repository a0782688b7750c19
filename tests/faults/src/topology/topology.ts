import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type EmbeddedPostgres, freePort, startEmbeddedPostgres } from '@facet/platform';
import { RecordingSmtp, TestRedis } from '@facet/testing';
import { environmentOf, type FacetPart, METRICS_TOKEN, type Part, type Places, root } from './composition';
import { Line, Proxy } from './line';

const facetParts = ['http-1', 'http-2', 'jobs-1', 'jobs-2'] as const;

/** What docker-compose.yml runs, on the loopback interface: four processes of Facet, Redis, PostgreSQL, and a stand-in for the proxy. */
export class Topology {
  private readonly running = new Map<FacetPart, ChildProcess>();

  private constructor(
    private readonly folder: string,
    private readonly places: ReadonlyMap<FacetPart, Places>,
    private readonly redis: TestRedis,
    private readonly line: Line,
    private postgres: EmbeddedPostgres,
    readonly proxy: Proxy,
    readonly smtp: RecordingSmtp,
  ) {}

  static async start(): Promise<Topology> {
    const folder = await mkdtemp(join(tmpdir(), 'facet-topology-'));
    const [postgres, redis, smtp] = [await startEmbeddedPostgres(folder), await TestRedis.reserve(), await RecordingSmtp.start()];
    const line = await Line.to(portOf(postgres.url));
    const database = postgres.url.replace(/:\d+\//, `:${line.port}/`);
    const places = new Map<FacetPart, Places>();
    for (const part of facetParts)
      places.set(part, {
        ...{ database, redis: redis.url, smtp: smtp.url, keys: join(folder, 'keys'), data: join(folder, 'data') },
        ...{ port: await freePort(), metricsPort: await freePort() },
      });
    const proxy = await Proxy.to(['http-1', 'http-2'].map((part) => places.get(part as FacetPart)?.port ?? 0));
    const topology = new Topology(folder, places, redis, line, postgres, proxy, smtp);
    await topology.startRedis();
    await Promise.all(facetParts.map((part) => topology.run(part)));
    return topology;
  }

  /** Stays the same when PostgreSQL comes back. */
  get databaseUrl(): string {
    return this.places.get('http-1')?.database ?? '';
  }

  /** With SIGKILL: nothing is said, closed or written any more. */
  async kill(part: Part): Promise<void> {
    if (part === 'redis') await this.redis.kill();
    else if (part === 'postgres') await this.killPostgres();
    else {
      const child = this.running.get(part);
      child?.kill('SIGKILL');
      if (child) await once(child, 'exit');
    }
  }

  /** As the container's restart would; resolves when it serves again. */
  async startAgain(part: Part): Promise<void> {
    if (part === 'redis') await this.startRedis();
    else if (part === 'postgres') {
      this.postgres = await startEmbeddedPostgres(this.folder);
      this.line.moveTo(portOf(this.postgres.url));
    } else await this.run(part);
  }

  async stop(): Promise<void> {
    const alive = [...this.running.values()].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(
      alive.map((child) => {
        child.kill('SIGTERM');
        return once(child, 'exit');
      }),
    );
    this.proxy.close();
    this.line.close();
    await this.redis.kill();
    await this.smtp.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private startRedis(): Promise<void> {
    return this.redis.start('noeviction', ['--appendonly', 'yes', '--dir', this.folder]);
  }

  private async run(part: FacetPart): Promise<void> {
    const places = this.places.get(part);
    if (!places) throw new Error(`${part} is one of the four`);
    const env = { PATH: process.env['PATH'], ...environmentOf(part, places) };
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/server/main.js'], { cwd: root, env, stdio: 'ignore' });
    this.running.set(part, child);
    const [url, headers] = part.startsWith('http')
      ? [`http://127.0.0.1:${places.port}/readyz`, {}]
      : [`http://127.0.0.1:${places.metricsPort}/metrics`, { authorization: `Bearer ${METRICS_TOKEN}` }];
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${part} ended with ${child.exitCode} while it started`);
      if (
        await fetch(url, { headers }).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await setTimeout(50);
    }
  }

  /** The whole of it, its parent first: its processes all work in the folder of its files. */
  private async killPostgres(): Promise<void> {
    const files = join(this.folder, 'postgres');
    process.kill(Number((await readFile(join(files, 'files', 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
    const processes = (): number[] =>
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name) && workingFolder(name).startsWith(files))
        .map(Number);
    for (let left = processes(); left.length > 0; left = processes()) {
      for (const id of left) kill(id);
      await setTimeout(20);
    }
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // it has ended by itself, as PostgreSQL's children do when their parent is gone
  }
}

const portOf = (url: string): number => Number(new URL(url).port);

function workingFolder(id: string): string {
  try {
    return readlinkSync(`/proc/${id}/cwd`);
  } catch {
    return ''; // it has ended since the folder was listed
  }
}
