import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EndHeld, PlanReminders } from '@facet/mail';
import { CONFIGURATION, type Configuration, LOGGER } from '@facet/platform';
import { ReleaseDueReports } from '@facet/server-read-report';
import { ClearCancelledRounds, CloseRounds, DestroySecrets, RefreshProgress } from '@facet/server-seal-round';
import type { Logger } from 'pino';
import { KeepEndedRounds } from './backup/keep-ended-rounds';
import { AfterRestore } from './restore/after-restore';
import { LetGo } from './retention/let-go';

/**
 * A plain timer in every process with the role "jobs" that asks the database what is due. Each duty may run early, late, twice or
 * beside another process: it decides from the rows, under their locks, and does each thing once.
 */
@Injectable()
export class Tick implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly began = performance.now();
  private lookedAt: number | undefined;
  private failures = 0;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly reminders: PlanReminders,
    private readonly held: EndHeld,
    private readonly closing: CloseRounds,
    private readonly clearing: ClearCancelledRounds,
    private readonly ended: KeepEndedRounds,
    private readonly retention: LetGo,
    private readonly afterRestore: AfterRestore,
    private readonly destroying: DestroySecrets,
    private readonly progress: RefreshProgress,
    private readonly releasing: ReleaseDueReports,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.roles.includes('jobs')) return;
    this.timer = setInterval(() => {
      this.running ??= this.run().finally(() => (this.running = undefined));
    }, this.configuration.tickSeconds * 1000);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Seconds since all duties were last seen to, or since the start; and how many failed so far. */
  get health(): { readonly age: number; readonly failures: number } {
    return { age: (performance.now() - (this.lookedAt ?? this.began)) / 1000, failures: this.failures };
  }

  /** Everything that is due now, once. A duty that fails is logged and does not keep the next one waiting. */
  async run(): Promise<void> {
    const duties = [
      async () => ((await this.afterRestore.waits()) ? 0 : this.reminders.run()),
      () => this.ended.run(),
      () => this.closing.run(),
      () => this.clearing.run(),
      () => this.held.run(),
      () => this.destroying.run(),
      () => this.retention.run(),
      () => this.progress.run(),
      () => this.releasing.run(),
    ];
    for (const duty of duties)
      await duty().catch((err: unknown) => {
        this.failures++;
        this.log.error({ err }, 'a duty of the tick');
      });
    this.lookedAt = performance.now();
  }
}
