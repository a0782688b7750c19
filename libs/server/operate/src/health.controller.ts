import { Controller, Get } from '@nestjs/common';
import { Database, Permit, Refused } from '@facet/platform';

/** For whoever watches the process: alive, and able to serve. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  @Permit('anyone')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Permit('anyone')
  async ready(): Promise<{ status: 'ready' }> {
    if (await this.database.answers()) return { status: 'ready' };
    throw new Refused({ code: 'not_ready', title: 'The database does not answer.', status: 503 });
  }
}
