import { Injectable } from '@nestjs/common';
import type { SignOnAnswer } from '@facet/contract';
import { Database, type Transaction } from '@facet/platform';
import { membershipsOf } from '../session/memberships';
import { hashOfToken } from '../session/opaque-token';
import { recordOfAddress } from '../session/record-of-address';
import { Sessions } from '../session/sessions';
import { type AttemptSecrets, attemptSecrets } from './attempt-secrets';
import { ConnectedAccounts, type NotConnected } from './connected-accounts';
import { type Identity, IdentityProvider } from './identity-provider';
import type { FailedAtProvider } from './reason-of';
import { type SignOnAttempt, SignOnAttempts } from './sign-on-attempts';

export type FinishRefusal = 'not under way' | 'not connected' | NotConnected | FailedAtProvider;
/** `session` null: the account is connected, and the session goes on. */
export type Finished = { readonly session: string | null; readonly next: string } | FinishRefusal;

/** What the browser brought: its cookies, and how it calls itself. */
export interface Returning {
  readonly attempt: string | undefined;
  readonly session: string | undefined;
  readonly agent: string | undefined;
}

/** Somebody comes back from the provider. Their attempt is used up before the provider is asked, whatever then comes of it. */
@Injectable()
export class FinishSignOn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignOnAttempts,
    private readonly provider: IdentityProvider,
    private readonly accounts: ConnectedAccounts,
    private readonly sessions: Sessions,
  ) {}

  async finish(answer: SignOnAnswer, browser: Returning): Promise<Finished> {
    const begun = await this.take(browser.attempt);
    if (begun === null || answer.state !== begun.secrets.state) return 'not under way';
    const identity = await this.provider.identify(answer, begun.secrets);
    if (typeof identity === 'string') return identity;
    const { next, sessionHash } = begun.attempt;
    return sessionHash === null ? this.signIn(identity, next, browser) : this.connect(identity, next, sessionHash, browser);
  }

  private async take(cookie: string | undefined): Promise<{ attempt: SignOnAttempt; secrets: AttemptSecrets } | null> {
    const hash = hashOfToken(cookie);
    if (cookie === undefined || hash === null) return null;
    const attempt = await this.database.as('facet_accounts', null, (tx) => this.attempts.take(tx, hash));
    return attempt && { attempt, secrets: attemptSecrets(cookie) };
  }

  private signIn(identity: Identity, next: string, { session: before, agent }: Returning): Promise<Finished> {
    return this.database.as('facet_accounts', null, async (tx): Promise<Finished> => {
      const address = await this.ownerOf(tx, identity);
      if (address === null) return 'not connected';
      await recordOfAddress(tx, address, 'signed_in', { method: 'identity provider' });
      const session = await this.sessions.begin(tx, address, before, agent);
      if (this.provider.settings?.isSecondFactor)
        await tx.query('update access.session set second_step_at = $2 where hash = $1', [hashOfToken(session), tx.now]);
      return { session, next };
    });
  }

  /** Null alike for an account that nobody has connected, and for whoever may not sign in any more. */
  private async ownerOf(tx: Transaction, identity: Identity): Promise<string | null> {
    const address = await this.accounts.addressOf(tx, identity);
    return address !== null && (await membershipsOf(tx, address)).length > 0 ? address : null;
  }

  /** Only in the session that asked for it, and only while that lasts. */
  private async connect(identity: Identity, next: string, sessionHash: Buffer, { session }: Returning): Promise<Finished> {
    const found = hashOfToken(session)?.equals(sessionHash) ? await this.sessions.find(session) : null;
    if (found === null) return 'not under way';
    const done = await this.database.as('facet_accounts', null, (tx) => this.accounts.connect(tx, found.address, identity));
    return done === 'connected' ? { session: null, next } : done;
  }
}
