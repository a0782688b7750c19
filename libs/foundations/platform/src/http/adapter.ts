import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { harden } from './harden';
import { protect } from './headers';
import { sendProblem, unreadable } from './problem';

/** Milliseconds that somebody may take, and how often it is looked whether they have taken more. */
export interface Patience {
  /** Until the last header is here, from the connection or the answer before on. */
  readonly headers: number;
  /** Until the whole request is here. */
  readonly request: number;
  readonly look: number;
}
const USUAL: Patience = { headers: 10_000, request: 30_000, look: 2_000 };
const LARGEST_HEADERS = 16_384;

/** Fastify as Facet uses it, for the product and the tests alike: hardened, and it tells of its own refusals as we do. */
export function httpAdapter(
  log: Logger,
  secure: boolean,
  trustedProxies: readonly string[] = [],
  patience: Patience = USUAL,
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: [...trustedProxies],
    routerOptions: { maxParamLength: 200 },
    connectionTimeout: 30_000,
    requestTimeout: patience.request,
    http: {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.look,
      maxHeaderSize: LARGEST_HEADERS,
    },
    // An address that cannot be decoded reaches no route and no hook, and Fastify's own answer would repeat it.
    frameworkErrors: (_: Error, request: FastifyRequest, reply: FastifyReply) => {
      protect(request, reply, secure);
      sendProblem(reply, unreadable(400, 'This address is damaged. Copy it again as a whole.').problem);
    },
  });
  harden(adapter.getInstance(), log, secure);
  return adapter;
}
