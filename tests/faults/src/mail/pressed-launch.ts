import { randomUUID } from 'node:crypto';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault } from '@facet/answer-links';
import { path } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { type Configuration, Database } from '@facet/platform';
import { GiveFeedbackModule } from '@facet/server-give-feedback';
import { LaunchRoundModule } from '@facet/server-launch-round';
import { EnvelopesModule } from '@facet/store-answers-envelopes';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestAnswer, testApplication, TestBrowser, testConfiguration, type TestDatabase, testSchool } from '@facet/testing';
import { testRound } from '@facet/testing-rounds';
import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import type { Tally } from './check-mails';
import { until } from './in-time';

const NOW = '2026-11-24T12:00:00Z';
const COLLEAGUES = 12;
const modules = [AnswerLinksModule, MailModule, StoreRoundsModule, EnvelopesModule, AccountsModule, LaunchRoundModule, GiveFeedbackModule];

/** What people do who sit before a page while the database is in trouble: a leader who launches, and a colleague who answers. */
export class PeopleAtWork {
  private constructor(
    private readonly db: TestDatabase,
    readonly app: NestFastifyApplication,
    private readonly configuration: Configuration,
  ) {}

  /** The application has this way to the database, and no queue. */
  static async open(db: TestDatabase, source: DataSource): Promise<PeopleAtWork> {
    await db.setClock(NOW);
    const configuration = testConfiguration(db, { redisUrl: 'redis://127.0.0.1:1' });
    const app = await testApplication({ ...db, source, database: new Database(source) }, modules, configuration);
    return new PeopleAtWork(db, app, configuration);
  }

  /** A leader of a new school, before a launch. */
  async leader(): Promise<PressedLaunch> {
    const school = await testSchool(this.db, `${randomUUID()}.test`);
    const browser = await TestBrowser.signedIn(this.app, this.db, school.leader.email);
    const colleagues = Array.from({ length: COLLEAGUES }, (_, at) => `Colleague ${at} <c${at}-${school.organisation}@school.test>, peer`);
    const draft = {
      ...{ id: randomUUID(), framework: school.framework.id, coach: school.coach.id, colleagues: colleagues.join('\n'), together: {} },
      ...{ minimum: 3, closing: { date: '2026-12-09', time: '18:00', zone: 'Europe/London' }, message: '' },
    };
    return new PressedLaunch(this.db, school.organisation, () => browser.post(path.rounds, draft));
  }

  /** Somebody who is asked, with a page of the survey before them. */
  async colleague(): Promise<Colleague> {
    const vault = new FileVault(this.configuration.keysFolder);
    const school = await testSchool(this.db, `${randomUUID()}.test`);
    const { token } = await testRound(this.db, school, vault, { raters: [{ name: 'Sam', group: 'peer' }], launchedAt: NOW });
    return new Colleague(this.app, token['Sam'] ?? '');
  }
}

/** One launch; every press of it is the same. */
export class PressedLaunch {
  constructor(
    private readonly db: TestDatabase,
    private readonly organisation: string,
    readonly press: () => Promise<TestAnswer>,
  ) {}

  /** Presses until somebody says that it is launched. The answers that it got. */
  async pressUntilLaunched(): Promise<number[]> {
    const answers: number[] = [];
    await until('the round is launched', async () => {
      const { status } = await this.press();
      answers.push(status);
      return status === 201;
    });
    return answers;
  }

  /** One round with all its invitations, each in one mail, and one mail to the coach. */
  async isWhole(): Promise<Tally> {
    const invitations = COLLEAGUES + 1;
    const whole = { rounds: 1, invitations, 'invitations in mails': invitations, items: invitations, mails: invitations + 1 };
    expect(await this.found()).toEqual(whole);
    return { accepted: 0, copies: 0, unknown: 0 };
  }

  async isNotThere(): Promise<void> {
    expect(await this.found()).toEqual({ rounds: 0, invitations: 0, 'invitations in mails': 0, items: 0, mails: 0 });
  }

  private async found(): Promise<Record<string, number> | undefined> {
    const [found] = await this.db.source.query<Record<string, number>[]>(
      `select (select count(*)::int from people.round where organisation = $1) as rounds,
          (select count(*)::int from people.invitation where organisation = $1) as invitations,
          (select count(distinct invitation)::int from post.mail_item where organisation = $1) as "invitations in mails",
          (select count(*)::int from post.mail_item where organisation = $1) as items,
          (select count(*)::int from post.mail where organisation = $1) as mails`,
      [this.organisation],
    );
    return found;
  }
}

/** What the survey got back. */
export interface Reply {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: Record<string, unknown>;
}

export class Colleague {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string,
  ) {}

  /** The page keeps what is on it and saves it again under the same revision until it hears that it is kept. */
  save(rev: number, words: string): Promise<Reply> {
    return this.ask('PUT', path.answers, { rev, ratings: { '1.1': 4 }, comments: { '1': { seen: words } } });
  }

  open(): Promise<Reply> {
    return this.ask('GET', path.survey);
  }

  private async ask(method: 'GET' | 'PUT', url: string, payload?: object): Promise<Reply> {
    const headers = { 'x-facet': '1', authorization: `Bearer ${this.token}`, ...(payload && { 'content-type': 'application/json' }) };
    const answer = await this.app.inject({ method, url, headers, ...(payload && { payload: JSON.stringify(payload) }) });
    return { status: answer.statusCode, retryAfter: answer.headers['retry-after']?.toString(), body: answer.json() };
  }
}
