import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule } from '@facet/answer-links';
import { path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { LaunchRoundModule } from '@facet/server-launch-round';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { StoreRoundsModule } from '@facet/store-rounds';
import { testApplication, TestBrowser, testConfiguration, type TestDatabase, testSchool } from '@facet/testing';
import { timed } from './timed';

const modules = [AnswerLinksModule, MailModule, StoreRoundsModule, EnvelopesModule, AccountsModule, LaunchRoundModule];

/** A product that also sends, by this mail server, and leaders who launch in it. */
export class Launches {
  private constructor(
    private readonly db: TestDatabase,
    private readonly app: Awaited<ReturnType<typeof testApplication>>,
  ) {}

  static async open(db: TestDatabase, smtpUrl: string): Promise<Launches> {
    const configuration = testConfiguration(db, { smtpUrl, roles: ['http', 'jobs'] });
    return new Launches(db, await testApplication(db, modules, configuration));
  }

  /** Milliseconds from the press to the answer; the leader has a school of their own. */
  async launch(colleagues: number): Promise<number> {
    const school = await testSchool(this.db, `${randomUUID()}.test`);
    const browser = await TestBrowser.signedIn(this.app, this.db, school.leader.email);
    const names = Array.from({ length: colleagues }, (_, at) => `Colleague ${at} <c${at}-${school.organisation}@school.test>, peer`);
    const draft = {
      ...{ id: randomUUID(), framework: school.framework.id, coach: school.coach.id, colleagues: names.join('\n'), together: {} },
      ...{ minimum: 3, closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' }, message: '' },
    };
    return timed(async () => {
      const { status, body } = await browser.post(path.rounds, draft);
      if (status !== 201) throw new Error(`the launch was answered with ${status}: ${JSON.stringify(body)}`);
    });
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

/** A mail server that accepts a connection and never says a word. */
export async function silentMailServer(): Promise<{ url: string; stop: () => void }> {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}
