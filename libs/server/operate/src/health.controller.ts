import { Controller, Get } from '@nestjs/common';
import { Doorbell } from '@facet/mail';
import { Database, Permit, Refused } from '@facet/platform';
import { mailIsLate } from './late-mail';

/** `silent`: the queue takes nothing, and mail leaves by the sweeper. `late`: mail that is due does not leave at all. */
interface Ready {
  readonly status: 'ready';
  readonly queue: 'heard' | 'silent';
  readonly mail: 'on time' | 'late';
}

/** For whoever watches the process: alive, and able to serve. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  @Get('healthz')
  @Permit('anyone')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** A process whose mail is in trouble still serves its pages: that is an alarm, and no reason to send nobody here. */
  @Get('readyz')
  @Permit('anyone')
  async ready(): Promise<Ready> {
    if (!(await this.database.answers())) throw new Refused({ code: 'not_ready', title: 'The database does not answer.', status: 503 });
    return {
      status: 'ready',
      queue: (await this.doorbell.isHeard()) ? 'heard' : 'silent',
      mail: (await mailIsLate(this.database)) ? 'late' : 'on time',
    };
  }
}
