import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { harden } from './harden';
import { protect } from './headers';
import { sendProblem, unreadable } from './problem';

/** Fastify as Facet uses it, for the product and the tests alike: hardened, and it tells of its own refusals as we do. */
export function httpAdapter(log: Logger, secure: boolean, trustedProxies: readonly string[] = []): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: [...trustedProxies],
    routerOptions: { maxParamLength: 200 },
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    // An address that cannot be decoded reaches no route and no hook, and Fastify's own answer would repeat it.
    frameworkErrors: (_: Error, request: FastifyRequest, reply: FastifyReply) => {
      protect(request, reply, secure);
      sendProblem(reply, unreadable(400, 'This address is damaged. Copy it again as a whole.').problem);
    },
  });
  harden(adapter.getInstance(), log, secure);
  return adapter;
}
