import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@facet/platform';
import type { FastifyRequest } from 'fastify';
import type { FoundSession } from './sessions';

/** A request that the guard has let through. */
export interface GuardedRequest extends FastifyRequest {
  found?: FoundSession;
}

const foundIn = (context: ExecutionContext): FoundSession => {
  const { found } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!found) throw new Error('SignedIn() and ThisSession() stand on an endpoint that lets in anybody');
  return found;
};

/** `@SignedIn() principal: Principal`: whoever sent the request. Only for endpoints that a session is needed for. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { address, memberships } = foundIn(context);
  return { address, memberships };
});

/** `@ThisSession() session: FoundSession`: for what concerns the session itself and its second step. */
export const ThisSession = createParamDecorator((_: unknown, context: ExecutionContext): FoundSession => foundIn(context));
