import { Injectable } from '@nestjs/common';
import { type Doer, recordEvent } from '@facet/audit-log';
import { MailRows } from '@facet/mail';
import { Database } from '@facet/platform';
import { endSessions } from '../session/sessions';
import { forgetAccount } from '../single-sign-on/connected-accounts';

export interface Reset {
  /** Rows for which the doorbell may be rung. */
  readonly mails: readonly string[];
}

/**
 * For somebody who has lost authenticator and recovery codes: they sign in with the code by mail alone and set up another. They are
 * told by mail, so that nobody does it behind their back.
 */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly mails: MailRows,
  ) {}

  /** Null where there is none. `person` is who is written to, in their organisation; `by` is who does it. */
  reset(organisation: string, person: string, address: string, by: Doer): Promise<Reset | null> {
    return this.database.as('facet_accounts', organisation, async (tx) => {
      const gone = await tx.query<{ since: Date }>('delete from access.second_factor where address = lower($1) returning since', [address]);
      const [factor] = gone;
      if (!factor) return null;
      await endSessions(tx, address, null);
      await forgetAccount(tx, address);
      recordEvent(tx, { kind: 'second_factor_reset', by, person, detail: {} });
      const dedupeKey = `second_factor_reset:${person}:${factor.since.toISOString()}`;
      const cause = { kind: 'second_factor_reset', dedupeKey, about: person, items: [] } as const;
      return { mails: await this.mails.write(tx, [{ ...cause, person, notBefore: tx.now, giveUpAt: 'never' }]) };
    });
  }
}
