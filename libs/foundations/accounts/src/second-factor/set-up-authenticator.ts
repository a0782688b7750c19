import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticatorSecret } from '@facet/contract';
import { CONFIGURATION, type Configuration, Database } from '@facet/platform';
import { recordOfAddress } from '../session/record-of-address';
import { endSessions, type FoundSession, Sessions } from '../session/sessions';
import { newSecret, stepOf, uriOf } from './authenticator';
import { seal, unseal } from './sealed-secret';
import { type CodeRefusal, SecondFactors } from './second-factors';

export type SetUpRefusal = CodeRefusal | 'code first' | 'nothing begun' | 'signed out';

export interface SetUp {
  readonly session: string;
  readonly codes: string[];
}

/** An authenticator, or another in its place: a secret is shown to one browser, and counts once a code that follows from it was typed there. */
@Injectable()
export class SetUpAuthenticator {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** `code`: of the authenticator that is there already; null for whoever has none. */
  begin(session: FoundSession, code: string | null): Promise<AuthenticatorSecret | SetUpRefusal> {
    const { id, address, hasFactor, secondStep } = session;
    return this.database.as('facet_accounts', null, async (tx) => {
      if (hasFactor && (!secondStep || code === null)) return 'code first';
      if (hasFactor && code !== null) {
        const checked = await this.factors.check(tx, address, code);
        if (checked !== 'right') return checked;
      }
      const secret = newSecret();
      await tx.query('update access.session set enrolling = $2 where id = $1', [id, seal(this.configuration.secret, address, secret)]);
      return { secret, uri: uriOf(secret, address, this.configuration.publicUrl) };
    });
  }

  /** Whoever is signed in elsewhere is signed out there: what they had to prove has changed. */
  confirm({ id, address }: FoundSession, code: string): Promise<SetUp | SetUpRefusal> {
    return this.database.as('facet_accounts', null, async (tx): Promise<SetUp | SetUpRefusal> => {
      // One of their browsers after the other: the second finds that it has been signed out.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('second factor ' || lower($1), 0))`, [address]);
      const [shown] = await tx.query<{ enrolling: Buffer | null; secondStep: boolean }>(
        `select enrolling, second_step_at is not null as "secondStep" from access.session where id = $1`,
        [id],
      );
      const secret = shown?.enrolling && unseal(this.configuration.secret, address, shown.enrolling);
      if (!shown?.enrolling || !secret) return 'nothing begun';
      const step = stepOf(secret, code.replaceAll(/\s/g, ''), tx.now);
      if (step === null) return 'wrong code';
      // Another browser of theirs may have been quicker; only whoever proved that one may put this in its place.
      if (!(await this.factors.put(tx, address, shown.enrolling, step, shown.secondStep))) return 'code first';
      const codes = await this.factors.newRecoveryCodes(tx, address);
      await recordOfAddress(tx, address, 'second_factor_set', {});
      await endSessions(tx, address, id);
      const session = await this.sessions.complete(tx, id);
      return session === null ? 'signed out' : { session, codes };
    });
  }
}
