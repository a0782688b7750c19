import { Inject, Injectable } from '@nestjs/common';
import type { SecondFactorView } from '@facet/contract';
import { CONFIGURATION, type Configuration, Database, type Transaction } from '@facet/platform';
import { isDemanded, owedStep } from '../session/owed-step';
import { recordOfAddress } from '../session/record-of-address';
import { endSessions, type FoundSession } from '../session/sessions';
import { type CodeRefusal, SecondFactors } from './second-factors';

export type ChangeRefusal = CodeRefusal | 'demanded';

/** What somebody sees of their own second factor, and does with it; each change asks for a code and signs their other browsers out. */
@Injectable()
export class ChangeSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  look(session: FoundSession): Promise<SecondFactorView> {
    const { demo } = this.configuration;
    const owes = owedStep(session, demo);
    return this.database.as('facet_accounts', null, async (tx) => {
      const own = owes === null ? await this.factors.of(tx, session.address) : null;
      return {
        owes,
        demanded: isDemanded(session.memberships, demo),
        own: own && { since: own.since.toISOString(), recoveryCodesLeft: own.recoveryCodesLeft },
      };
    });
  }

  newRecoveryCodes(session: FoundSession, code: string): Promise<{ readonly codes: string[] } | ChangeRefusal> {
    return this.change(session, code, async (tx) => {
      await recordOfAddress(tx, session.address, 'recovery_codes_made', {});
      return { codes: await this.factors.newRecoveryCodes(tx, session.address) };
    });
  }

  async takeOff(session: FoundSession, code: string): Promise<'taken off' | ChangeRefusal> {
    if (isDemanded(session.memberships, this.configuration.demo)) return 'demanded';
    return this.change(session, code, async (tx) => {
      await this.factors.remove(tx, session.address);
      await recordOfAddress(tx, session.address, 'second_factor_removed', {});
      // Should they be made a coach one day, this session is no more than any other.
      await tx.query('update access.session set second_step_at = null where id = $1', [session.id]);
      return 'taken off' as const;
    });
  }

  private change<Result>(
    { id, address }: FoundSession,
    code: string,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result | CodeRefusal> {
    return this.database.as('facet_accounts', null, async (tx) => {
      const checked = await this.factors.check(tx, address, code);
      if (checked !== 'right') return checked;
      const result = await work(tx);
      await endSessions(tx, address, id);
      return result;
    });
  }
}
