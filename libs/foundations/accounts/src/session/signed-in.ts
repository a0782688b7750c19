import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@facet/platform';
import type { FastifyRequest } from 'fastify';

/** A request that the guard has let through. */
export interface GuardedRequest extends FastifyRequest {
  principal?: Principal;
}

/** `@SignedIn() principal: Principal`: whoever sent the request. Only for endpoints that a session is needed for. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!principal) throw new Error('SignedIn() stands on an endpoint that lets in anybody');
  return principal;
});
