import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  type AuthenticatorSecret,
  NewAuthenticator,
  path,
  type RecoveryCodes,
  SecondFactorCode,
  type SecondFactorView,
} from '@facet/contract';
import { body, CONFIGURATION, type Configuration, Permit } from '@facet/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieJar, cookieJar } from '../session/cookies';
import type { FoundSession } from '../session/sessions';
import { ThisSession } from '../session/signed-in';
import { VisitorLimit } from '../sign-in/visitor-limit';
import { ChangeSecondFactor } from './change-second-factor';
import { type FactorRefusal, factorRefused } from './refusals';
import { SetUpAuthenticator } from './set-up-authenticator';
import { TakeSecondStep } from './take-second-step';

@Controller()
export class SecondFactorController {
  private readonly cookies: CookieJar;
  private readonly wrongCodes = new VisitorLimit();

  constructor(
    private readonly step: TakeSecondStep,
    private readonly setUp: SetUpAuthenticator,
    private readonly own: ChangeSecondFactor,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.cookies = cookieJar(configuration.publicUrl);
  }

  @Get(path.secondFactor)
  @Permit('half-signed-in')
  look(@ThisSession() session: FoundSession): Promise<SecondFactorView> {
    return this.own.look(session);
  }

  @Post(path.secondStep)
  @HttpCode(204)
  @Permit('half-signed-in')
  async take(
    @ThisSession() session: FoundSession,
    @Body(body(SecondFactorCode)) { code }: SecondFactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.counting(request, () => this.step.take(session, code));
    reply.header('set-cookie', this.cookies.set(this.cookies.names.session, taken.session));
  }

  @Post(path.newAuthenticator)
  @HttpCode(200)
  @Permit('half-signed-in')
  begin(
    @ThisSession() session: FoundSession,
    @Body(body(NewAuthenticator)) { code }: NewAuthenticator,
    @Req() request: FastifyRequest,
  ): Promise<AuthenticatorSecret> {
    return this.counting(request, () => this.setUp.begin(session, code));
  }

  @Post(path.confirmAuthenticator)
  @HttpCode(200)
  @Permit('half-signed-in')
  async confirm(
    @ThisSession() session: FoundSession,
    @Body(body(SecondFactorCode)) { code }: SecondFactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodes> {
    const done = await this.counting(request, () => this.setUp.confirm(session, code));
    reply.header('set-cookie', this.cookies.set(this.cookies.names.session, done.session));
    return { codes: done.codes };
  }

  @Post(path.recoveryCodes)
  @HttpCode(200)
  @Permit('signed-in')
  newCodes(
    @ThisSession() session: FoundSession,
    @Body(body(SecondFactorCode)) { code }: SecondFactorCode,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodes> {
    return this.counting(request, () => this.own.newRecoveryCodes(session, code));
  }

  @Post(path.takeOffSecondFactor)
  @HttpCode(204)
  @Permit('signed-in')
  async takeOff(
    @ThisSession() session: FoundSession,
    @Body(body(SecondFactorCode)) { code }: SecondFactorCode,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.counting(request, async () => {
      const result = await this.own.takeOff(session, code);
      return result === 'taken off' ? {} : result;
    });
  }

  private counting<Result extends object>(request: FastifyRequest, work: () => Promise<Result | FactorRefusal>): Promise<Result> {
    return this.wrongCodes.countRefusals(request, work, factorRefused);
  }
}
