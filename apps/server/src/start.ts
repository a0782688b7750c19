import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { FileVault } from '@facet/answer-links';
import { type Configuration, Database, dataSource, migrate, startEmbeddedPostgres } from '@facet/platform';
import { checkSecrets, checkWritable, DemoSchool, keepDemoApart, Metrics, MetricsServer, startMailbox } from '@facet/server-operate';
import { readFrameworkFile } from '@facet/server-run-organisation';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { createApp } from './app';

export interface Running {
  readonly address: string;
  readonly demo: boolean;
  readonly notice: string | null;
  stop(): Promise<void>;
}

/** Where the built pages and the shipped frameworks lie. */
export interface Folders {
  readonly site: string;
  readonly content: string;
}

/** Connections to the database that one process may take. */
const POOL_SIZE = 20;

/** Starts whatever this process needs, in order, and remembers how to stop it in the opposite order. */
export async function start(given: Configuration, log: Logger, { site, content }: Folders): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one().catch((err: unknown) => log.error({ err }, 'while stopping'));
  };
  try {
    const place = await takePort(given);
    stops.push(() => place.letGo());
    if (given.databaseUrl === undefined) await checkWritable('FACET_DATA', given.data);
    const embedded = given.databaseUrl === undefined ? await startEmbeddedPostgres(given.data, { alone: true }) : undefined;
    if (embedded) stops.push(() => embedded.stop());
    const databaseUrl = given.databaseUrl ?? embedded?.url ?? '';
    const source = await dataSource(databaseUrl, POOL_SIZE, given.databaseWaitSeconds).initialize();
    stops.push(() => source.destroy());
    await migrate(source);
    await keepDemoApart(source, given.demo);
    await checkWritable('FACET_KEYS_DIR', given.keysFolder);
    await checkSecrets(new Database(source), new FileVault(given.keysFolder), given.keysFolder);
    const mailbox = given.demo ? await startMailbox(given.data) : undefined;
    if (mailbox) stops.push(() => mailbox.stop());

    const configuration = { ...given, databaseUrl, smtpUrl: given.smtpUrl ?? mailbox?.url, publicUrl: addressAt(given, place.port) };
    const app = await createApp({ configuration, source, log, site });
    stops.push(() => app.close());
    await app.init();
    if (configuration.metrics !== null) {
      const metrics = await MetricsServer.start(configuration.metrics, () => app.get(Metrics).text());
      stops.push(() => metrics.stop());
    }
    if (given.demo) await openDemoSchool(app, source, given.data, content);
    await place.letGo();
    if (configuration.roles.includes('http')) await app.listen(place.port, configuration.host);
    return { address: configuration.publicUrl.href, demo: given.demo, notice: embedded?.notice ?? null, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Once for each data folder; a demo that was interrupted while it was being made is finished by the next start. */
async function openDemoSchool(app: NestFastifyApplication, source: DataSource, data: string, content: string): Promise<void> {
  const mark = join(data, 'demo-school');
  if (existsSync(mark)) return;
  const read = await readFrameworkFile(join(content, 'leadership-qualities.yaml'));
  if (!read.valid) throw new Error(`the shipped framework is not valid: ${JSON.stringify(read.faults)}`);
  await app.get(DemoSchool).open(source, read.framework);
  await writeFile(mark, 'The demo school has been opened here.\n');
}

const addressAt = ({ publicUrl, port }: Configuration, chosen: number): URL => {
  if (port !== undefined || publicUrl.protocol === 'https:') return publicUrl;
  const moved = new URL(publicUrl);
  moved.port = String(chosen);
  return moved;
};

const USUAL_PORT = 3000;

interface TakenPort {
  readonly port: number;
  readonly letGo: () => Promise<void>;
}

/** The usual port, or the next free one above it, held until it is needed: two that start at once have one each. A port that was asked for is taken or refused. */
async function takePort({ port, host }: Configuration): Promise<TakenPort> {
  if (port !== undefined) return { port, letGo: () => Promise.resolve() };
  for (let candidate = USUAL_PORT; candidate < USUAL_PORT + 100; candidate++) {
    const keeper = await keep(candidate, host);
    if (keeper) return { port: candidate, letGo: () => new Promise((resolve) => keeper.close(() => resolve())) };
  }
  throw new Error(`No port from ${USUAL_PORT} to ${USUAL_PORT + 99} is free. Set PORT to one that is.`);
}

/** Null where somebody has it. */
const keep = (port: number, host: string): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    server.listen(port, host, () => resolve(server));
  });
