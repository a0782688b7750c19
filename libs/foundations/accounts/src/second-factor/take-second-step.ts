import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';
import { type FoundSession, Sessions } from '../session/sessions';
import { type CodeRefusal, SecondFactors } from './second-factors';

export type StepRefusal = CodeRefusal | 'signed out';

/** The code by mail was right; now the authenticator's, or a recovery code. The session gets a new cookie and opens what it may. */
@Injectable()
export class TakeSecondStep {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
  ) {}

  take({ id, address }: FoundSession, code: string): Promise<{ readonly session: string } | StepRefusal> {
    return this.database.as('facet_accounts', null, async (tx) => {
      const checked = await this.factors.check(tx, address, code);
      if (checked !== 'right') return checked;
      const session = await this.sessions.complete(tx, id);
      return session === null ? 'signed out' : { session };
    });
  }
}
