import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Configuration, createLogger, PERMISSION } from '@facet/platform';
import { RecordingSmtp, TestBrowser, testConfiguration, type TestDatabase, testDatabase } from '@facet/testing';
import { createApp } from './app';

/** The whole application in both roles, on a database and a mail server of its own. For specs. */
export class AppUnderTest {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly db: TestDatabase,
    readonly keysFolder: string,
    readonly smtp: RecordingSmtp,
  ) {}

  static async open(change: (usual: Configuration) => Configuration = (usual) => usual): Promise<AppUnderTest> {
    const [db, smtp] = [await testDatabase(), await RecordingSmtp.start()];
    const configuration = change({ ...testConfiguration(db), roles: ['http', 'jobs'], smtpUrl: smtp.url });
    const app = await createApp({ configuration, source: db.source, log: createLogger('silent') });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new AppUnderTest(app, db, configuration.keysFolder, smtp);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.smtp.stop();
    await this.db.drop();
  }

  signedIn(address: string): Promise<TestBrowser> {
    return TestBrowser.signedIn(this.app, this.db, address);
  }

  /** Every handler of every controller of the running application. */
  endpoints(): Endpoint[] {
    const controllers = [...this.app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => endpointsOf(metatype as Type));
  }
}

export interface Endpoint {
  readonly method: string;
  readonly path: string;
  /** Undefined where nobody said who may call it. */
  readonly permissions: readonly string[] | undefined;
}

export function endpointsOf(controller: Type): Endpoint[] {
  const { prototype } = controller as { prototype: object };
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = name === 'constructor' ? undefined : Reflect.get(prototype, name);
    const path: unknown = typeof handler === 'function' ? Reflect.getMetadata(PATH_METADATA, handler) : undefined;
    if (typeof handler !== 'function' || typeof path !== 'string') return [];
    const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? '';
    const permissions = Reflect.getMetadata(PERMISSION, handler) as readonly string[] | undefined;
    return [{ method, path: `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'), permissions }];
  });
}
