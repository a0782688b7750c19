import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Configuration, httpAdapter, ProblemFilter, servePages } from '@facet/platform';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { modules } from './modules';

export interface Parts {
  readonly configuration: Configuration;
  readonly source: DataSource;
  readonly log: Logger;
  /** Folder of the built pages; without it only the interface for programs is there. */
  readonly site?: string | undefined;
}

/** The application of one process, for its roles; not listening yet. */
export async function createApp({ configuration, source, log, site }: Parts): Promise<NestFastifyApplication> {
  const adapter = httpAdapter(log, configuration.publicUrl.protocol === 'https:', configuration.trustedProxies);
  const app = await NestFactory.create<NestFastifyApplication>(modules(configuration, source, log), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  if (site !== undefined && configuration.roles.includes('http')) await servePages(adapter.getInstance(), site);
  return app;
}
