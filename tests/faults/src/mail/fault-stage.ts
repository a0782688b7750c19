import { AnswerLinksModule } from '@facet/answer-links';
import { Doorbell, MailModule } from '@facet/mail';
import { type Configuration, createLogger, PlatformModule } from '@facet/platform';
import { RecordingSmtp, redisIsInstalled, testDatabase, type TestDatabase, TestRedis } from '@facet/testing';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Tally } from './check-mails';
import type { MailsToSend } from './mails-to-send';
import { repetitions, tell, tellBroken } from './table';

@Module({})
class Worker {}

const HURRY = {
  leaseSeconds: 4,
  backOffSeconds: 0.2,
  sweepSeconds: 0.1,
  perDomainMinute: null,
  hours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: { hour: 0, minute: 0 }, until: { hour: 23, minute: 59 } },
} satisfies Partial<Configuration['mail']>;

const NOBODY_LISTENS = 'redis://127.0.0.1:1';

/** What one worker may have of its own. */
export interface WorkerWishes extends Partial<Pick<Configuration, 'smtpUrl' | 'redisUrl'>> {
  readonly mail?: Partial<Configuration['mail']>;
}

/**
 * For one file of faults: a database, and for each run an SMTP server and workers, which end with the run. The runs take the kinds of
 * queue in turn: one that is away, Redis, and PostgreSQL.
 */
export class FaultStage {
  private readonly endings: (() => Promise<unknown>)[] = [];
  private runs = 0;
  private queue: Partial<Configuration> = {};

  private constructor(
    readonly db: TestDatabase,
    private readonly redis: TestRedis,
  ) {}

  /** The database's files lie in `folder`, or wherever there is room. */
  static async open(folder?: string): Promise<FaultStage> {
    const redis = await TestRedis.reserve();
    if (redisIsInstalled) await redis.start();
    return new FaultStage(await testDatabase(folder), redis);
  }

  async close(): Promise<void> {
    await this.end();
    await this.redis.kill();
    await this.db.drop();
  }

  /** Meets a fault as often as the mode asks, each time with the next queue, and writes its line into the table. */
  async meet(fault: string, once: (smtp: RecordingSmtp) => Promise<Tally>): Promise<void> {
    const queues = [{ redisUrl: NOBODY_LISTENS }, ...(redisIsInstalled ? [{ redisUrl: this.redis.url }] : []), {}];
    const tallies: Tally[] = [];
    for (let time = 0; time < repetitions; time++) {
      this.queue = queues[this.runs++ % queues.length] ?? {};
      const smtp = await RecordingSmtp.start();
      this.atEnd(() => smtp.stop());
      try {
        tallies.push(await once(smtp));
      } catch (error) {
        tellBroken(fault, tallies);
        throw error;
      } finally {
        await this.end();
      }
    }
    tell(fault, tallies);
  }

  /** What has been opened last is closed first. */
  atEnd(close: () => Promise<unknown>): void {
    this.endings.unshift(close);
  }

  /** A worker of this process, which has been rung for these mails and also sweeps. */
  async worker(mails: MailsToSend, { mail, ...change }: WorkerWishes = {}): Promise<INestApplicationContext> {
    const configuration: Configuration = {
      ...{ ...mails.configuration, roles: ['jobs'], ...this.queue, ...change },
      mail: { ...mails.configuration.mail, ...HURRY, ...mail },
    };
    const root = {
      module: Worker,
      imports: [PlatformModule.with(configuration, this.db.source, createLogger('silent')), AnswerLinksModule, MailModule],
    };
    const worker = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
    this.atEnd(() => worker.close());
    await worker.get(Doorbell).ring(mails.ids);
    return worker;
  }

  private async end(): Promise<void> {
    for (const close of this.endings.splice(0)) await close();
    for (const table of ['post.mail_return', 'post.mail_attempt', 'post.mail_item', 'post.mail', 'post.suppression'])
      await this.db.source.query(`delete from ${table}`);
  }
}
