import type { SignOnAnswer } from '@facet/contract';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIGURATION, type Configuration, LOGGER } from '@facet/platform';
import * as client from 'openid-client';
import type { Logger } from 'pino';
import type { AttemptSecrets } from './attempt-secrets';
import { discover } from './discover';
import { type FailedAtProvider, reasonOf } from './reason-of';

/** Whom the provider knows: its own name, and its own name for somebody. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** What the provider says of itself, its keys included, is asked anew after so long. */
const KEPT_MS = 3_600_000;
/** OpenID Connect Core, section 2: no subject is longer. */
const LONGEST_SUBJECT = 255;

/** The one provider of this installation. Nothing that it hands out is kept: who somebody is, is all that is read of it. */
@Injectable()
export class IdentityProvider implements OnApplicationBootstrap {
  readonly settings: Configuration['singleSignOn'];
  private readonly returnAddress: string;
  private discovered: { readonly at: number; readonly configuration: Promise<client.Configuration | null> } | null = null;

  constructor(
    @Inject(CONFIGURATION) { singleSignOn, publicUrl, roles }: Configuration,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.settings = roles.includes('http') ? singleSignOn : null;
    this.returnAddress = new URL('/sign-in/return', publicUrl).href;
  }

  /** Asked early, so that the log says at the start what is wrong; nobody waits for it. */
  onApplicationBootstrap(): void {
    void this.configuration();
  }

  /** Where the browser goes; null while the provider does not answer. */
  async address({ state, nonce, verifier }: AttemptSecrets): Promise<URL | null> {
    const configuration = await this.configuration();
    if (configuration === null) return null;
    return client.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: this.returnAddress, response_mode: 'query', scope: 'openid', state, nonce },
      ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
  }

  /** `answer`: the parameters with which the browser came back. */
  async identify(answer: SignOnAnswer, { state, nonce, verifier }: AttemptSecrets): Promise<Identity | FailedAtProvider> {
    const configuration = await this.configuration();
    if (configuration === null) return 'no answer';
    const address = new URL(this.returnAddress);
    for (const [name, value] of Object.entries(answer)) if (value !== undefined) address.searchParams.set(name, value);
    try {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const claims = (await client.authorizationCodeGrant(configuration, address, checks)).claims();
      if (claims === undefined || claims.sub === '' || claims.sub.length > LONGEST_SUBJECT) return 'not accepted';
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      // Whatever a provider does wrong ends here: the person is told, and the log has the reason, without what was sent.
      const { failed, reason } = reasonOf(error);
      this.log.warn({ reason }, 'a sign-in through the provider of identities failed');
      return failed;
    }
  }

  /** Kept while it is fresh; what failed is asked again by whoever comes next. */
  private async configuration(): Promise<client.Configuration | null> {
    const { settings } = this;
    if (settings === null) return null;
    if (this.discovered === null || performance.now() - this.discovered.at > KEPT_MS)
      this.discovered = { at: performance.now(), configuration: this.ask(settings) };
    const asked = this.discovered;
    const configuration = await asked.configuration;
    if (configuration === null && this.discovered === asked) this.discovered = null;
    return configuration;
  }

  private ask(settings: NonNullable<Configuration['singleSignOn']>): Promise<client.Configuration | null> {
    return discover(settings).catch((error: unknown) => {
      this.log.warn(
        { reason: reasonOf(error).reason },
        'the provider of identities (OIDC_ISSUER) was not reached, or is not what it should be',
      );
      return null;
    });
  }
}
