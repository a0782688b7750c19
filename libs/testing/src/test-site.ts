import { readdir, rm } from 'node:fs/promises';
import type { Configuration } from '@facet/platform';
import { expect } from '@jest/globals';
import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testApplication, testConfiguration } from './test-application';
import { type TestAnswer, TestBrowser } from './test-browser';
import { testDatabase, type TestDatabase } from './test-database';
import { testSession } from './test-session';

/** An application on a database and a key vault of its own, and people at their browsers. */
export class TestSite {
  private constructor(
    readonly db: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly configuration: Configuration,
  ) {}

  static async open(now: string, modules: NonNullable<ModuleMetadata['imports']>): Promise<TestSite> {
    const db = await testDatabase();
    await db.setClock(now);
    const configuration = testConfiguration(db);
    return new TestSite(db, await testApplication(db, modules, configuration), configuration);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.drop();
    await rm(this.configuration.keysFolder, { recursive: true, force: true });
  }

  /** A browser whose session began this minute. */
  signedIn(address: string): Promise<TestBrowser> {
    return TestBrowser.signedIn(this.app, this.db, address);
  }

  /** The cookie of such a browser, for whoever needs more of the answer than its JSON. */
  sessionOf(address: string): Promise<string> {
    return testSession(this.db, address);
  }

  signedOut(): TestBrowser {
    return new TestBrowser(this.app);
  }

  /** As the database's owner, past every policy. */
  rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    return this.db.source.query(sql, parameters);
  }

  /** Asks for what must be answered with this status and leave database and vault as they were; returns the answer's body. */
  async withoutTrace(status: number, ask: () => Promise<TestAnswer>): Promise<unknown> {
    const before = await this.traces();
    const answer = await ask();
    expect(answer).toMatchObject({ status });
    expect(await this.traces()).toEqual(before);
    return answer.body;
  }

  private async traces(): Promise<{ database: string; keys: string[] }> {
    const keys = await readdir(this.configuration.keysFolder).catch(() => []); // no round yet, no folder yet
    return { database: await this.db.dump(), keys: keys.sort() };
  }
}
