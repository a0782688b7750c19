import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Configuration, createLogger, httpAdapter, PlatformModule, ProblemFilter, readConfiguration } from '@facet/platform';
import type { Logger } from 'pino';
import type { TestDatabase } from './test-database';

@Module({})
class Under {}

/** A configuration of its own for a test file: an https address, no jobs, data and keys in folders that do not exist yet. */
export function testConfiguration(db: TestDatabase, changed: Partial<Configuration> = {}): Configuration {
  const own = randomBytes(6).toString('hex');
  const read = readConfiguration({
    DATABASE_URL: db.url,
    FACET_DATA: join(tmpdir(), `facet-data-${own}`),
    FACET_KEYS_DIR: join(tmpdir(), `facet-keys-${own}`),
    FACET_MAIL_FROM: 'Feedback <feedback@facet.test>',
    FACET_MAIL_PER_DOMAIN: '0',
    FACET_ROLES: 'http',
    FACET_SECRET: randomBytes(32).toString('base64url'),
    PUBLIC_URL: 'https://facet.test',
    SMTP_URL: 'smtp://127.0.0.1:9',
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return { ...read.configuration, ...changed };
}

/** The application as it really answers, without a port: use `inject`. Only the modules that the test is about. */
export async function testApplication(
  db: TestDatabase,
  modules: NonNullable<ModuleMetadata['imports']>,
  configuration: Configuration = testConfiguration(db),
  log: Logger = createLogger('silent'),
): Promise<NestFastifyApplication> {
  const root = { module: Under, imports: [PlatformModule.with(configuration, db.source, log), ...modules] };
  const adapter = httpAdapter(log, configuration.publicUrl.protocol === 'https:', configuration.trustedProxies);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
