import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestDatabase } from './test-database';
import { testSession } from './test-session';

export interface TestAnswer {
  readonly status: number;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
}

/** Asks as our own pages do: with the session's cookie and the header that only they can send. */
export class TestBrowser {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly session: string | null = null,
  ) {}

  /** With a session that began this minute. */
  static async signedIn(app: NestFastifyApplication, db: TestDatabase, address: string): Promise<TestBrowser> {
    return new TestBrowser(app, await testSession(db, address));
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<TestAnswer> {
    return this.send('GET', url, undefined, headers);
  }

  /** `headers` replace our own: as a page of another site would send it. */
  post(url: string, payload: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<TestAnswer> {
    return this.send('POST', url, JSON.stringify(payload), headers);
  }

  put(url: string, payload: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<TestAnswer> {
    return this.send('PUT', url, JSON.stringify(payload), headers);
  }

  private async send(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TestAnswer> {
    const answer = await this.app.inject({
      method,
      url,
      headers: { 'x-facet': '1', ...(payload !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(payload !== undefined && { payload }),
      ...(this.session !== null && { cookies: { '__Host-sid': this.session } }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  }
}
