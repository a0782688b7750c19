import { Controller, Get, Query } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import { type LogView, path } from '@facet/contract';
import { notFound, Permit, type Principal } from '@facet/platform';
import { ReadLog } from './read-log';

/** The administrator sees who has looked, changed and decided. Reading it is not in it. */
@Controller()
export class LogController {
  constructor(private readonly log: ReadLog) {}

  @Get(path.log)
  @Permit('administrator')
  async read(
    @SignedIn() principal: Principal,
    @Query('organisation') organisation?: string,
    @Query('topic') topic?: string,
    @Query('person') person?: string,
    @Query('below') below?: string,
  ): Promise<LogView> {
    const view = await this.log.read(principal, { organisation, topic, person, below });
    if (view === null) throw notFound();
    return view;
  }
}
