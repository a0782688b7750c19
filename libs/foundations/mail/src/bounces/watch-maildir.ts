import { CONFIGURATION, type Configuration } from '@facet/platform';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { within } from '../within';
import { SweepMaildir } from './sweep-maildir';

const FINISH_WITHIN_MS = 5_000;

/** Looks into the mailbox for returned mail by a plain timer, in processes with the role "jobs", where there is one. */
@Injectable()
export class WatchMaildir implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly sweep: SweepMaildir,
  ) {}

  onApplicationBootstrap(): void {
    const { roles, mail } = this.configuration;
    const folder = mail.bounceMaildir;
    if (!roles.includes('jobs') || folder === undefined) return;
    this.timer = setInterval(() => this.look(folder), mail.sweepSeconds * 1000);
    this.look(folder);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await within(FINISH_WITHIN_MS, Promise.resolve(this.running), undefined);
  }

  /** One look at a time, so that a file system that hangs is not asked again and again. */
  private look(folder: string): void {
    this.running ??= this.sweep.run(folder).then(() => (this.running = undefined));
  }
}
