import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CONFIGURATION, type Configuration, PERMISSION, type Permission, type Principal, Refused } from '@facet/platform';
import type { FastifyReply } from 'fastify';
import { type CookieJar, cookieJar, readCookie } from './cookies';
import { CountedRefusals } from './counted-refusals';
import { owedStep } from './owed-step';
import { Sessions } from './sessions';
import type { GuardedRequest } from './signed-in';

/** Turns the permission that an endpoint declares into 401 or 403. What belongs to somebody else is the use case's "not found". */
@Injectable()
export class PermissionGuard implements CanActivate {
  private readonly cookies: CookieJar;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly refusals: CountedRefusals,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.cookies = cookieJar(configuration.publicUrl);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permissions = this.reflector.get<Permission[] | undefined>(PERMISSION, context.getHandler());
    if (permissions === undefined) throw notAllowed();
    if (permissions.includes('anyone') || permissions.includes('link')) return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const found = await this.sessions.find(readCookie(request.headers.cookie, this.cookies.names.session));
    if (!found) throw signedOut();
    request.found = found;
    this.countRefusal(context, found);
    if (permissions.includes('half-signed-in')) return true;
    if (owedStep(found, this.configuration.demo) !== null) throw stepOwed();
    if (!permissions.some((permission) => permission === 'signed-in' || hasRole(found, permission))) throw notAllowed();
    return true;
  }

  /** Once the reply has left, so that it takes as long as any other. */
  private countRefusal(context: ExecutionContext, found: Principal): void {
    const { raw } = context.switchToHttp().getResponse<FastifyReply>();
    raw.once('finish', () => {
      if (raw.statusCode === 403 || raw.statusCode === 404) this.refusals.askedForForeign(found);
    });
  }
}

const hasRole = ({ memberships }: Principal, role: Permission): boolean =>
  memberships.some(({ roles }) => roles.some((own) => own === role));

const signedOut = (): Refused =>
  new Refused({
    code: 'signed_out',
    title: 'Please sign in.',
    status: 401,
    detail: 'You are not signed in, or it was too long ago. What you typed is still in front of you.',
  });

const stepOwed = (): Refused =>
  new Refused({
    code: 'second_step',
    title: 'One more step.',
    status: 401,
    detail: 'Signing in takes a second code here. What you typed is still in front of you.',
  });

const notAllowed = (): Refused =>
  new Refused({ code: 'not_allowed', title: 'That is not for your role.', status: 403, detail: 'Nothing has been changed.' });
