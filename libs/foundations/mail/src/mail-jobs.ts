import { CONFIGURATION, LOGGER, type Configuration } from '@facet/platform';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { openWorker, type RingWorker } from './doorbell/queue';
import { Deliveries } from './outbox/deliveries';
import { Sweep } from './outbox/sweep';
import { Carrier } from './sending/carrier';

/** SIGTERM leaves ten seconds; what is on its way gets so many of them. */
const FINISH_WITHIN_MS = 5_000;

/** The part of mail that runs by itself, in processes with the role "jobs": answers the doorbell and sweeps. */
@Injectable()
export class MailJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: RingWorker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly deliveries: Deliveries,
    private readonly sweep: Sweep,
    private readonly carrier: Carrier,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.roles.includes('jobs')) return;
    this.worker = openWorker(
      this.configuration,
      ({ mailIds }) => this.deliveries.take(mailIds),
      (err) => this.log.warn({ err }, 'the mail queue'),
    );
    this.timer = setInterval(() => this.sweepOnce(), this.configuration.mail.sweepSeconds * 1000);
    this.sweepOnce();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
    await this.deliveries.stop(FINISH_WITHIN_MS);
    await this.worker?.close();
    this.carrier.close();
  }

  /** What it finds is sent in the background, so that one slow server does not keep the next sweep from looking. */
  private sweepOnce(): void {
    this.sweeping = this.sweep.run().then(
      (ids) => void this.deliveries.deliver(ids),
      (err: unknown) => this.log.warn({ err }, 'the mail sweep found no database; it looks again'),
    );
  }
}
