import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Me, OneTimeLink, path, SignInCode, SignInRequest } from '@facet/contract';
import { SIGN_IN_MINUTES } from '@facet/mail';
import { body, CONFIGURATION, type Configuration, FailureLimit, Permit, type Principal } from '@facet/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieJar, cookieJar, readCookie } from './session/cookies';
import { Sessions } from './session/sessions';
import { SignedIn } from './session/signed-in';
import { WhoAmI } from './session/who-am-i';
import { AskToSignIn } from './sign-in/ask-to-sign-in';
import { EnterCode } from './sign-in/enter-code';
import { OneTimeLinks } from './sign-in/one-time-links';
import { codeRefused, linkRefused, noAddress, tooOften } from './sign-in/refusals';

/** A school behind one address signs in within these; somebody who tries addresses or codes does not. */
const MOST_PER_MINUTE = 30;

@Controller()
export class AccountsController {
  private readonly cookies: CookieJar;
  private readonly requests = new FailureLimit(MOST_PER_MINUTE);
  private readonly wrongCodes = new FailureLimit(MOST_PER_MINUTE);

  constructor(
    private readonly askToSignIn: AskToSignIn,
    private readonly enterCode: EnterCode,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
    private readonly whoAmI: WhoAmI,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.cookies = cookieJar(configuration.publicUrl);
  }

  @Post(path.signIn)
  @HttpCode(204)
  @Permit('anyone')
  async ask(
    @Body(body(SignInRequest)) { email }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (this.requests.exceeded(request.ip, performance.now())) throw tooOften();
    this.requests.record(request.ip, performance.now());
    const asked = await this.askToSignIn.ask(email);
    if (asked === 'no address') throw noAddress();
    if (asked === 'too often') throw tooOften();
    reply.header('set-cookie', this.cookies.set(this.cookies.names.request, asked.cookie, SIGN_IN_MINUTES * 60));
  }

  @Post(path.signInCode)
  @HttpCode(204)
  @Permit('anyone')
  async enter(
    @Body(body(SignInCode)) { code }: SignInCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (this.wrongCodes.exceeded(request.ip, performance.now())) throw tooOften();
    const { names } = this.cookies;
    const cookie = (name: string): string | undefined => readCookie(request.headers.cookie, name);
    const entered = await this.enterCode.enter(code, cookie(names.request), cookie(names.session), request.headers['user-agent']);
    if (typeof entered === 'string') {
      this.wrongCodes.record(request.ip, performance.now());
      throw codeRefused(entered);
    }
    reply.header('set-cookie', this.cookies.set(names.session, entered.session)).header('set-cookie', this.cookies.clear(names.request));
  }

  @Post(path.oneTimeLink)
  @HttpCode(204)
  @Permit('anyone')
  async open(
    @Body(body(OneTimeLink)) { token }: OneTimeLink,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (this.wrongCodes.exceeded(request.ip, performance.now())) throw tooOften();
    const { session } = this.cookies.names;
    const opened = await this.links.open(token, readCookie(request.headers.cookie, session), request.headers['user-agent']);
    if (typeof opened === 'string') {
      this.wrongCodes.record(request.ip, performance.now());
      throw linkRefused(opened);
    }
    reply.header('set-cookie', this.cookies.set(session, opened.session));
  }

  @Post(path.signOut)
  @HttpCode(204)
  @Permit('anyone')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { session } = this.cookies.names;
    await this.sessions.end(readCookie(request.headers.cookie, session));
    reply.header('set-cookie', this.cookies.clear(session));
  }

  @Get(path.me)
  @Permit('signed-in')
  me(@SignedIn() principal: Principal): Promise<Me> {
    return this.whoAmI.look(principal);
  }
}
