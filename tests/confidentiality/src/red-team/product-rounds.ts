import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileVault } from '@facet/answer-links';
import { type GroupCode, of, path, type ReportView, RoundView } from '@facet/contract';
import { PlanReminders } from '@facet/mail';
import { type Configuration, createLogger } from '@facet/platform';
import {
  RecordingSmtp,
  testApplication,
  TestBrowser,
  testConfiguration,
  type TestDatabase,
  testDatabase,
  testSchool,
  type TestSchool,
} from '@facet/testing';
import { accepted, sendAsThePageDoes } from './answer-like-the-page';
import { type Colleague, inventColleagues } from './colleagues';
import type { PlayedRound, Sent } from './played-round';
import { modules } from './product-modules';
import type { Random } from './random';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Tuesday: mails leave in working hours. */
const BEGIN = Date.parse('2026-12-01T09:00:00Z');

/** Rounds of one school, made by the product itself: launched, invited, answered, reminded and sealed through its own requests. */
export class ProductRounds {
  /** Every line that the application has logged, at the most talkative level. */
  readonly log: string[] = [];
  private now = BEGIN;
  private made = 0;

  private constructor(
    readonly db: TestDatabase,
    readonly smtp: RecordingSmtp,
    readonly configuration: Configuration,
    private readonly school: TestSchool,
    private readonly random: Random,
    private app: NestFastifyApplication,
  ) {}

  static async open(random: Random): Promise<ProductRounds> {
    const [db, smtp] = [await testDatabase(), await RecordingSmtp.start()];
    await db.setClock(new Date(BEGIN));
    const usual = testConfiguration(db, { roles: ['http', 'jobs'], smtpUrl: smtp.url });
    const configuration = { ...usual, mail: { ...usual.mail, sweepSeconds: 1 } };
    const log: string[] = [];
    const app = await testApplication(db, modules, configuration, createLogger('trace', { write: (line) => log.push(line) }));
    const rounds = new ProductRounds(db, smtp, configuration, await testSchool(db), random, app);
    rounds.log.push(...log);
    return rounds;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.smtp.stop();
    await this.db.drop();
  }

  /** Rounds that run at the same time, from launch to seal. `beforeSeal` is called when the last colleague has answered. */
  async play(rounds: number, watcher: Watcher): Promise<PlayedRound[]> {
    const closes = this.now + 14 * DAY;
    const launched: Launched[] = [];
    for (let at = 0; at < rounds; at++) launched.push(await this.launch(new Date(closes)));
    await this.mailsHaveLeft();
    const answering = this.random.shuffled(launched.flatMap(({ id, colleagues }) => colleagues.map((one) => ({ round: id, ...one }))));
    const half = Math.floor(answering.length / 2);
    const early = await this.answer(answering.slice(0, half), watcher);
    await this.at(closes - DAY + 60 * MINUTE);
    await this.app.get(PlanReminders).run();
    await this.mailsHaveLeft();
    const sent = [...early, ...(await this.answer(answering.slice(half), watcher))];
    await watcher.beforeSeal(launched.map(({ id }) => id));
    await this.at(closes + 16 * MINUTE);
    const played: PlayedRound[] = [];
    for (const { id } of launched) played.push({ id, sent: sent.filter(({ round }) => round === id), report: await this.seal(id) });
    return played;
  }

  private async at(now: number): Promise<void> {
    this.now = now;
    await this.db.setClock(new Date(now));
  }

  private async launch(closes: Date): Promise<Launched> {
    await this.at(this.now + MINUTE);
    const number = ++this.made;
    const email = `leader${number}@school.test`;
    await this.db.source.query(`insert into people.person (id, organisation, name, email, roles) values ($1, $2, $3, $4, '{leader}')`, [
      randomUUID(),
      this.school.organisation,
      `Leader ${number}`,
      email,
    ]);
    const colleagues = inventColleagues(number, this.random);
    const id = randomUUID();
    const leader = await this.signedIn(email);
    const request = {
      ...{ id, framework: this.school.framework.id, coach: this.school.coach.id, together: {}, minimum: 3, message: '' },
      colleagues: colleagues.map((one) => `${one.name} <${one.email}>, ${one.group.replace('_', ' ')}`).join('\n'),
      closing: { date: closes.toISOString().slice(0, 10), time: closes.toISOString().slice(11, 16), zone: 'UTC' },
    };
    accepted(await leader.post(path.rounds, request));
    const coach = await this.signedIn(this.school.coach.email);
    const { list } = RoundView.parse((await coach.get(of(path.round, id))).body);
    accepted(await coach.post(of(path.confirmColleagues, id), { list }));
    return { id, colleagues: await this.withLinks(id, colleagues) };
  }

  private signedIn(email: string): Promise<TestBrowser> {
    return TestBrowser.signedIn(this.app, this.db, email);
  }

  private async mailsHaveLeft(): Promise<void> {
    for (;;) {
      const [due] = await this.db.source.query<{ mails: number }[]>(
        `select count(*)::int as mails from post.mail where state in ('pending', 'sending') and not_before <= platform.clock()`,
      );
      if (due?.mails === 0) return;
      await setTimeout(20);
    }
  }

  /** With the invitation and the token that each colleague's mail names. */
  private async withLinks(round: string, colleagues: readonly Colleague[]): Promise<Invited[]> {
    const secret = await new FileVault(this.configuration.keysFolder).get(round);
    const rows = await this.db.source.query<{ id: string; email: string }[]>(
      'select i.id, p.email from people.invitation i join people.person p on p.id = i.person where i.round = $1',
      [round],
    );
    return colleagues.map((colleague) => {
      const invitation = rows.find(({ email }) => email === colleague.email)?.id ?? '';
      return { ...colleague, invitation, token: secret?.token(invitation, 1) ?? '' };
    });
  }

  private async answer(
    invited: readonly (Invited & { readonly round: string })[],
    watcher: Watcher,
  ): Promise<(Sent & { readonly round: string })[]> {
    const sent = [];
    for (const { answers, token, ...who } of invited) {
      if (!answers) continue;
      await this.at(this.now + 3 * MINUTE);
      await sendAsThePageDoes(new TestBrowser(this.app), token, who.group, answers);
      sent.push({ ...who, answers });
      await watcher.afterAnswer(who.round, who.group);
    }
    return sent;
  }

  /** The coach does not wait for the group that misses its minimum. */
  private async seal(round: string): Promise<ReportView> {
    const coach = await this.signedIn(this.school.coach.email);
    accepted(await coach.post(of(path.seal, round)));
    const report = await coach.get(of(path.report, round));
    accepted(report);
    return report.body as ReportView;
  }
}

/** Looks on at certain moments. */
export interface Watcher {
  afterAnswer(round: string, group: GroupCode): Promise<void>;
  beforeSeal(rounds: readonly string[]): Promise<void>;
}

interface Invited extends Colleague {
  readonly invitation: string;
  readonly token: string;
}
interface Launched {
  readonly id: string;
  readonly colleagues: readonly Invited[];
}
