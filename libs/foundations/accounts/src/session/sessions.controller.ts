import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type OwnSessionsView, path } from '@facet/contract';
import { notFound, Permit } from '@facet/platform';
import { OwnSessions } from './own-sessions';
import type { FoundSession } from './sessions';
import { ThisSession } from './signed-in';

@Controller()
export class SessionsController {
  constructor(private readonly own: OwnSessions) {}

  @Get(path.ownSessions)
  @Permit('signed-in')
  list(@ThisSession() session: FoundSession): Promise<OwnSessionsView> {
    return this.own.list(session);
  }

  @Post(path.endOtherSessions)
  @HttpCode(204)
  @Permit('signed-in')
  endOthers(@ThisSession() session: FoundSession): Promise<void> {
    return this.own.endOthers(session);
  }

  @Post(path.endSession)
  @HttpCode(204)
  @Permit('signed-in')
  async end(@ThisSession() session: FoundSession, @Param('session') id: string): Promise<void> {
    if (!(await this.own.end(session, id))) throw notFound();
  }
}
