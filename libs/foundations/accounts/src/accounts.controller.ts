import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Me, OneTimeLink, path, SignInCode, SignInRequest } from '@facet/contract';
import { SIGN_IN_MINUTES } from '@facet/mail';
import { body, CONFIGURATION, type Configuration, Permit, type Principal } from '@facet/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieJar, cookieJar, readCookie } from './session/cookies';
import { Sessions } from './session/sessions';
import { SignedIn } from './session/signed-in';
import { WhoAmI } from './session/who-am-i';
import { AskToSignIn } from './sign-in/ask-to-sign-in';
import { EnterCode } from './sign-in/enter-code';
import { OneTimeLinks } from './sign-in/one-time-links';
import { codeRefused, linkRefused, noAddress, tooOften } from './sign-in/refusals';
import { VisitorLimit } from './sign-in/visitor-limit';

@Controller()
export class AccountsController {
  private readonly cookies: CookieJar;
  private readonly requests = new VisitorLimit();
  private readonly wrongCodes = new VisitorLimit();

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
    this.requests.count(request);
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
    const { names } = this.cookies;
    const cookie = (name: string): string | undefined => readCookie(request.headers.cookie, name);
    const enter = () => this.enterCode.enter(code, cookie(names.request), cookie(names.session), request.headers['user-agent']);
    const entered = await this.wrongCodes.countRefusals(request, enter, codeRefused);
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
    const { session } = this.cookies.names;
    const open = () => this.links.open(token, readCookie(request.headers.cookie, session), request.headers['user-agent']);
    const opened = await this.wrongCodes.countRefusals(request, open, linkRefused);
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
