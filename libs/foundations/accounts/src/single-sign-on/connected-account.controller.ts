import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type ConnectedAccountView, path, type SignOnAddress } from '@facet/contract';
import { CONFIGURATION, type Configuration, Database, notFound, Permit, type Principal } from '@facet/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieJar, cookieJar, readCookie } from '../session/cookies';
import { hashOfToken } from '../session/opaque-token';
import { SignedIn } from '../session/signed-in';
import { BeginSignOn } from './begin-sign-on';
import { ConnectedAccounts } from './connected-accounts';
import { IdentityProvider } from './identity-provider';
import { notSignedOn } from './refusals';
import { ATTEMPT_MINUTES } from './sign-on-attempts';

/** Where somebody goes on who has connected an account. */
const OWN_PAGE = '/account';

@Controller()
export class ConnectedAccountController {
  private readonly cookies: CookieJar;

  constructor(
    private readonly beginSignOn: BeginSignOn,
    private readonly accounts: ConnectedAccounts,
    private readonly provider: IdentityProvider,
    private readonly database: Database,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.cookies = cookieJar(configuration.publicUrl);
  }

  @Get(path.connectedAccount)
  @Permit('signed-in')
  async look(@SignedIn() { address }: Principal): Promise<ConnectedAccountView> {
    const since = await this.database.as('facet_accounts', null, (tx) => this.accounts.since(tx, address));
    return { label: this.provider.settings?.label ?? null, since: since?.toISOString() ?? null };
  }

  @Post(path.connectAccount)
  @HttpCode(200)
  @Permit('signed-in')
  async connect(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignOnAddress> {
    const { names } = this.cookies;
    const sessionHash = hashOfToken(readCookie(request.headers.cookie, names.session));
    const begun = await this.beginSignOn.begin({ sessionHash, next: OWN_PAGE });
    if (begun === 'not offered') throw notFound();
    if (begun === 'no answer') throw notSignedOn(begun);
    reply.header('set-cookie', this.cookies.set(names.signOn, begun.cookie, ATTEMPT_MINUTES * 60));
    return { address: begun.address };
  }

  @Post(path.disconnectAccount)
  @HttpCode(204)
  @Permit('signed-in')
  async disconnect(@SignedIn() { address }: Principal): Promise<void> {
    await this.database.as('facet_accounts', null, (tx) => this.accounts.disconnect(tx, address));
  }
}
