import { Injectable } from '@nestjs/common';
import { Database } from '@facet/platform';
import { newToken } from '../session/opaque-token';
import { attemptSecrets } from './attempt-secrets';
import { IdentityProvider } from './identity-provider';
import { type SignOnAttempt, SignOnAttempts } from './sign-on-attempts';

export type Begun = { readonly cookie: string; readonly address: string } | 'not offered' | 'no answer';

/** Somebody leaves for the provider, to sign in or to connect an account. The browser gets a cookie without which nothing comes of it. */
@Injectable()
export class BeginSignOn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignOnAttempts,
    private readonly provider: IdentityProvider,
  ) {}

  async begin(attempt: SignOnAttempt): Promise<Begun> {
    if (this.provider.settings === null) return 'not offered';
    const { token, hash } = newToken();
    const address = await this.provider.address(attemptSecrets(token));
    if (address === null) return 'no answer';
    await this.database.as('facet_accounts', null, (tx) => this.attempts.insert(tx, hash, attempt));
    return { cookie: token, address: address.href };
  }
}
