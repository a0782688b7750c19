import { LOGGER } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { within } from '../within';
import { SendMail } from './send-mail';

/** What has its turn later than this is left to the sweeper. */
const LONGEST_WAIT_MS = 60_000;

/** More than the SMTP connections of one process: while some are on a connection, others are claimed and written together. */
const AT_ONCE = 50;

interface Task {
  readonly begun: PromiseWithResolvers<undefined>;
  readonly tried: PromiseWithResolvers<undefined>;
}

/** The ids that this process is to send, some at a time; doorbell and sweeper both put them here. */
@Injectable()
export class Deliveries {
  private readonly waiting: string[] = [];
  private readonly tasks = new Map<string, Task>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private running = 0;
  private stopped = false;

  constructor(
    private readonly mail: SendMail,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Resolves when each of them has been tried, or left alone because this process is stopping. */
  async deliver(ids: readonly string[]): Promise<void> {
    await Promise.all(this.tasksOf(ids).map(({ tried }) => tried.promise));
  }

  /** Resolves as soon as the last of them has begun, so that whoever has more keeps it for another process until then. */
  async take(ids: readonly string[]): Promise<void> {
    await Promise.all(this.tasksOf(ids).map(({ begun }) => begun.promise));
  }

  /** Takes nothing new and waits for what is on its way, at most `withinMs`; what is left then is found by its lease. */
  async stop(withinMs: number): Promise<void> {
    this.stopped = true;
    for (const id of this.waiting.splice(0)) this.finish(id);
    for (const timer of this.timers) clearTimeout(timer);
    const underWay = Promise.all([...this.tasks.values()].map(({ tried }) => tried.promise));
    await within(withinMs, underWay, []);
  }

  private tasksOf(ids: readonly string[]): Task[] {
    if (this.stopped) return [];
    for (const id of ids)
      if (!this.tasks.has(id)) {
        this.tasks.set(id, { begun: Promise.withResolvers<undefined>(), tried: Promise.withResolvers<undefined>() });
        this.waiting.push(id);
      }
    const tasks = ids.flatMap((id) => this.tasks.get(id) ?? []);
    this.next();
    return tasks;
  }

  /** Begins many together, not one whenever one has ended. */
  private next(): void {
    if (this.running <= AT_ONCE / 2) for (const id of this.waiting.splice(0, AT_ONCE - this.running)) this.begin(id);
  }

  private begin(id: string): void {
    this.running += 1;
    this.tasks.get(id)?.begun.resolve(undefined);
    // One mail that cannot be written, or a database that does not answer, must not stop the others; its lease brings it back.
    void this.mail
      .send(id)
      .then((wait) => this.again(id, wait))
      .catch((err: unknown) => this.log.error({ err, mail: id }, 'a mail could not be sent; it is tried again when its lease ends'))
      .finally(() => {
        this.running -= 1;
        this.finish(id);
        this.next();
      });
  }

  /** Its turn comes soon: it is not worth a sweep. */
  private again(id: string, wait: number | null): void {
    if (wait === null || wait > LONGEST_WAIT_MS || this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.deliver([id]);
    }, wait);
    this.timers.add(timer);
  }

  private finish(id: string): void {
    const task = this.tasks.get(id);
    this.tasks.delete(id);
    task?.begun.resolve(undefined);
    task?.tried.resolve(undefined);
  }
}
