import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { type DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from './configuration/configuration';
import { Database } from './database/database';
import { LOGGER } from './logging';

/** Configuration, database and logger for every module; made by the application's start, which also ends them. */
@Global()
@Module({})
export class PlatformModule {
  static with(configuration: Configuration, source: DataSource, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: LOGGER, useValue: logger },
        { provide: Database, useValue: new Database(source) },
      ],
      exports: [CONFIGURATION, LOGGER, Database],
    };
  }
}
