import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { compress } from './compress';
import { protect } from './headers';
import { isOneClick, readOneClick } from './one-click';
import { sendProblem } from './problem';
import { LARGEST_BODY, readBody } from './read-body';
import { refuseForeignWrite } from './refuse-foreign-write';
import { readReturnedMail } from './returned-mail';
import { isSurvey } from './survey-address';

/** What holds for every request, whatever route it takes: how bodies are read, who may write, what a browser may do with the answer. */
export function harden(fastify: FastifyInstance, log: Logger, secure: boolean): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
    (request: FastifyRequest, body: Buffer) => Promise.resolve(readBody(request.headers, body)),
  );
  readOneClick(fastify);
  readReturnedMail(fastify);
  fastify.addHook('onRequest', (request, reply, next) => {
    const refusal = isOneClick(request.url) ? undefined : refuseForeignWrite(request);
    if (refusal) sendProblem(reply, refusal);
    else next();
  });
  fastify.addHook('onSend', (request, reply, _, next) => {
    protect(request, reply, secure);
    next();
  });
  fastify.addHook('onSend', compress);
  fastify.addHook('onResponse', (request, reply, next) => {
    note(log, request, reply);
    next();
  });
}

/**
 * The pattern of the route and never the address itself: a mail gateway spells the survey's link in ways that nobody foresees, and
 * the token must not be logged in any of them.
 */
function note(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  if (isSurvey(request.url)) log.info('/s');
  else log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode });
}
