import { LOGGER } from '@facet/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { within } from '../within';
import { SendMail } from './send-mail';

/** What has its turn later than this is left to the sweeper. */
const LONGEST_WAIT_MS = 60_000;

/** As many as the SMTP connections of one process. */
const AT_ONCE = 5;

/** The ids that this process is to send, a few at a time; doorbell and sweeper both put them here. */
@Injectable()
export class Deliveries {
  private readonly waiting: string[] = [];
  private readonly tasks = new Map<string, PromiseWithResolvers<undefined>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private running = 0;
  private stopped = false;

  constructor(
    private readonly mail: SendMail,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Resolves when each of them has been tried, or left alone because this process is stopping. */
  async deliver(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.task(id)));
  }

  /** Takes nothing new and waits for what is on its way, at most `withinMs`; what is left then is found by its lease. */
  async stop(withinMs: number): Promise<void> {
    this.stopped = true;
    for (const id of this.waiting.splice(0)) this.finish(id);
    for (const timer of this.timers) clearTimeout(timer);
    const underWay = Promise.all([...this.tasks.values()].map(({ promise }) => promise));
    await within(withinMs, underWay, []);
  }

  private task(id: string): Promise<undefined> {
    if (this.stopped) return Promise.resolve(undefined);
    const known = this.tasks.get(id);
    if (known) return known.promise;
    const task = Promise.withResolvers<undefined>();
    this.tasks.set(id, task);
    this.waiting.push(id);
    this.next();
    return task.promise;
  }

  private next(): void {
    const id = this.running < AT_ONCE ? this.waiting.shift() : undefined;
    if (id === undefined) return;
    this.running += 1;
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
    this.next();
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
    this.tasks.get(id)?.resolve(undefined);
    this.tasks.delete(id);
  }
}
