import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { path, SignOnAnswer, SignOnRequest, type SignOnAddress, type SignOnDone, type SignOnOffer } from '@facet/contract';
import { body, CONFIGURATION, type Configuration, notFound, Permit } from '@facet/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieJar, cookieJar, readCookie } from '../session/cookies';
import { VisitorLimit } from '../sign-in/visitor-limit';
import { BeginSignOn } from './begin-sign-on';
import { FinishSignOn } from './finish-sign-on';
import { IdentityProvider } from './identity-provider';
import { notSignedOn } from './refusals';
import { ATTEMPT_MINUTES } from './sign-on-attempts';

@Controller()
export class SingleSignOnController {
  private readonly cookies: CookieJar;
  private readonly begun = new VisitorLimit();
  private readonly failed = new VisitorLimit();

  constructor(
    private readonly beginSignOn: BeginSignOn,
    private readonly finishSignOn: FinishSignOn,
    private readonly provider: IdentityProvider,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.cookies = cookieJar(configuration.publicUrl);
  }

  @Get(path.signOn)
  @Permit('anyone')
  offer(): SignOnOffer {
    return { label: this.provider.settings?.label ?? null };
  }

  @Post(path.signOn)
  @HttpCode(200)
  @Permit('anyone')
  async begin(
    @Body(body(SignOnRequest)) { next }: SignOnRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignOnAddress> {
    this.begun.count(request);
    const begun = await this.beginSignOn.begin({ sessionHash: null, next });
    if (begun === 'not offered') throw notFound();
    if (begun === 'no answer') throw notSignedOn(begun);
    reply.header('set-cookie', this.cookies.set(this.cookies.names.signOn, begun.cookie, ATTEMPT_MINUTES * 60));
    return { address: begun.address };
  }

  @Post(path.signOnReturn)
  @HttpCode(200)
  @Permit('anyone')
  async finish(
    @Body(body(SignOnAnswer)) answer: SignOnAnswer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignOnDone> {
    const { names } = this.cookies;
    const cookie = (name: string): string | undefined => readCookie(request.headers.cookie, name);
    const finish = () => {
      reply.header('set-cookie', this.cookies.clear(names.signOn));
      const browser = { attempt: cookie(names.signOn), session: cookie(names.session), agent: request.headers['user-agent'] };
      return this.finishSignOn.finish(answer, browser);
    };
    const finished = await this.failed.countRefusals(request, finish, notSignedOn);
    if (finished.session !== null) reply.header('set-cookie', this.cookies.set(names.session, finished.session));
    return { next: finished.next };
  }
}
