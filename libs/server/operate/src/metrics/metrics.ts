import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Doorbell } from '@facet/mail';
import { CONFIGURATION, type Configuration, Database } from '@facet/platform';
import { Gauge, Registry } from 'prom-client';
import { readMailFigures } from './mail-figures';
import { ProcessFigures } from './process-figures';
import { RequestTimes } from './request-times';
import { Tick } from '../tick';

/** Every figure of its own that a process gives; none has a label, so none can be of a school, a person or a round. */
const helps = {
  facet_database_up: '1 while the database answers.',
  facet_database_waiting: 'Requests that wait for a free connection to the database.',
  facet_queue_heard: '1 while the mail queue takes what it is told; mail leaves a little later without it.',
  facet_mail_due: 'Mails that are due and have not left. Reminders are not counted.',
  facet_mail_oldest_seconds: 'For how long the oldest of them has been due; 0 where none is.',
  facet_mail_unknown: 'Mails of which nobody knows whether they arrived, in thirty days. Reminders are not counted.',
  facet_tick_age_seconds: 'Seconds since this process last saw to everything that is due. Only where it does jobs.',
  facet_tick_failures: 'Duties that failed since this process started. Only where it does jobs.',
};
type Figure = keyof typeof helps;

/**
 * The figures of one process, in Prometheus’ text format. They tell how Facet fares and nothing of what colleagues do: whoever reads
 * them twice must not see that somebody has answered in between (docs/decisions/0010).
 */
@Injectable()
export class Metrics implements BeforeApplicationShutdown {
  private readonly registry = new Registry();
  private readonly gauges: ReadonlyMap<Figure, Gauge>;
  private readonly process = new ProcessFigures(this.registry);

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly doorbell: Doorbell,
    private readonly tick: Tick,
    private readonly times: RequestTimes,
  ) {
    const names = Object.keys(helps) as Figure[];
    this.gauges = new Map(names.map((name) => [name, new Gauge({ name, help: helps[name], registers: [this.registry] })]));
  }

  async text(): Promise<string> {
    const found = await this.look();
    // What cannot be known now is left out: whoever watches is alarmed by a figure that is missing, and not by a made-up one.
    for (const [name, gauge] of this.gauges) {
      const value = found[name];
      if (value === undefined) gauge.remove();
      else gauge.set(value);
    }
    return Registry.merge([this.registry, this.times.registry]).metrics();
  }

  beforeApplicationShutdown(): void {
    this.process.stop();
  }

  private async look(): Promise<Partial<Record<Figure, number>>> {
    const up = await this.database.answers();
    const mail = up ? await readMailFigures(this.database).catch(() => null) : null; // it went away in between
    const { age, failures } = this.tick.health;
    return {
      facet_database_up: Number(up),
      facet_database_waiting: this.database.waiting(),
      facet_queue_heard: Number(await this.doorbell.isHeard()),
      ...(mail && { facet_mail_due: mail.due, facet_mail_oldest_seconds: mail.oldestSeconds, facet_mail_unknown: mail.unknown }),
      ...(this.configuration.roles.includes('jobs') && { facet_tick_age_seconds: age, facet_tick_failures: failures }),
    };
  }
}
