import { CONFIGURATION, LOGGER, type Configuration } from '@facet/platform';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { within } from '../within';
import { evictionPolicy, throwsAway } from './eviction';
import { migrateQueue, openQueue, type RingQueue } from './queue';

/** Nobody waits longer than this for a queue: the row is written, and the sweeper finds it. */
const PATIENCE_MS = 500;
const IDS_PER_JOB = 100;

/** Tells the workers that mail rows are there. Only a hint: everything works without it, later. */
@Injectable()
export class Doorbell implements OnModuleInit, OnApplicationShutdown {
  private queue: RingQueue | undefined;
  private heardLast = true;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    const { redisUrl, databaseUrl } = this.configuration;
    if (redisUrl !== undefined) await this.refuseForgetful(redisUrl);
    else if (databaseUrl !== undefined) await migrateQueue(databaseUrl);
    this.queue = openQueue(this.configuration, (err) => this.log.warn({ err }, 'the mail queue'));
  }

  /** Call it after the commit. Never throws and never takes longer than half a second; true when the queue took the ids. */
  async ring(mailIds: readonly string[]): Promise<boolean> {
    return mailIds.length === 0 ? true : this.try(inJobs(mailIds));
  }

  /** Whether the queue takes what is rung: by the last ring, or, where that was not heard, by another one that names no mail. */
  async isHeard(): Promise<boolean> {
    return this.heardLast || this.try([[]]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }

  private async try(jobs: readonly (readonly string[])[]): Promise<boolean> {
    const rung = Promise.all(jobs.map((ids) => this.add(ids))).then(
      () => true,
      (err: unknown) => {
        this.log.warn({ err }, 'the mail queue took nothing; the sweeper will find the rows');
        return false;
      },
    );
    this.heardLast = await within(PATIENCE_MS, rung, false);
    return this.heardLast;
  }

  /** A Redis that is away may come back; one that is set to forget would stay as it is, and nobody would see what it forgets. */
  private async refuseForgetful(redisUrl: string): Promise<void> {
    const policy = await evictionPolicy(redisUrl).catch((err: unknown) => {
      this.log.warn({ err }, 'Redis does not answer; mail leaves by the sweeper meanwhile');
      return null;
    });
    if (policy !== null && throwsAway(policy)) throw new Error(forgetful(new URL(redisUrl).host, policy));
  }

  private async add(mailIds: readonly string[]): Promise<void> {
    if (this.queue === undefined) throw new Error('the application has not started yet');
    await this.queue.add('ring', { mailIds }, { removeOnComplete: true, removeOnFail: true });
  }
}

const forgetful = (host: string, policy: string): string =>
  `The Redis at ${host} throws away what it holds when its memory is full (maxmemory-policy ${policy}), the mail queue included. ` +
  'No mail has been lost. Set "maxmemory-policy noeviction" in redis.conf and restart Redis, or name another in REDIS_URL.';

const inJobs = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / IDS_PER_JOB) }, (_, at) => ids.slice(at * IDS_PER_JOB, (at + 1) * IDS_PER_JOB));
