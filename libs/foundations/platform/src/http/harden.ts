import type { Problem } from '@facet/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Refused } from './problem';
import { readStrictJson } from './strict-json';

/** The largest body: fourteen comments of the greatest length, in a script of four bytes a character, fit. */
export const LARGEST_BODY = 1_000_000;

/** What holds for every request, whatever route it takes: how bodies are read, who may write, what a browser may do with the answer. */
export function harden(fastify: FastifyInstance, log: Logger, secure: boolean): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
    (request: FastifyRequest, body: Buffer) => Promise.resolve(readBody(request, body)),
  );
  fastify.addHook('onRequest', (request, reply, next) => {
    const refusal = refuseForeignWrite(request);
    if (!refusal) {
      next();
      return;
    }
    void reply.status(refusal.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(refusal));
  });
  fastify.addHook('onSend', (request, reply, _, next) => {
    protect(request, reply, secure);
    next();
  });
  fastify.addHook('onResponse', (request, reply, next) => {
    if (isSurvey(request.url)) log.info('/s');
    else log.info({ method: request.method, path: request.url.split('?')[0], status: reply.statusCode });
    next();
  });
}

/** Everything that belongs to the survey, in every spelling that a mail gateway makes of its link. */
export const isSurvey = (url: string): boolean => /^\/s(?:[/?#%]|$)/i.test(url);

/** Undefined for an empty body; refuses whatever is not plain UTF-8 JSON. */
function readBody(request: FastifyRequest, body: Buffer): unknown {
  const refused = (status: number, detail: string): Refused =>
    new Refused({ code: 'unreadable', title: 'That could not be read.', status, detail });
  if (request.headers['content-encoding']) throw refused(415, 'Send it uncompressed.');
  if (/charset=(?!"?utf-8)/i.test(request.headers['content-type'] ?? '')) throw refused(415, 'Send it as UTF-8.');
  const text = utf8(body);
  if (text === undefined) throw refused(400, 'These bytes are not UTF-8.');
  if (text === '') return undefined;
  const read = readStrictJson(text);
  if (!read.ok) throw refused(400, read.why);
  return read.value;
}

const utf8 = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // TextDecoder throws on bytes that are no UTF-8
  }
};

/** A page of another site can send forms and plain text with our cookies, but not this header (OWASP, CSRF prevention; Fetch Metadata). */
function refuseForeignWrite(request: FastifyRequest): Problem | undefined {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return undefined;
  const { headers } = request;
  const foreign =
    headers['x-facet'] !== '1' ||
    !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']) ||
    headers['x-http-method-override'] !== undefined;
  return foreign
    ? { code: 'foreign', title: 'That did not come from Facet’s own pages.', status: 403, detail: 'Nothing has been changed.' }
    : undefined;
}

const POLICY = [
  `default-src 'self'`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `frame-ancestors 'none'`,
  `form-action 'self'`,
  `img-src 'self' data:`,
  `require-trusted-types-for 'script'`,
  `trusted-types angular`,
].join('; ');

function protect(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', POLICY);
  reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin');
  if (secure) reply.header('strict-transport-security', 'max-age=31536000');
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (isSurvey(request.url)) reply.header('x-robots-tag', 'noindex, nofollow');
}

/** The policy of an Angular page: its styles and scripts carry the nonce. */
export const pagePolicy = (nonce: string): string => `${POLICY}; style-src 'self' 'nonce-${nonce}'; script-src 'self' 'nonce-${nonce}'`;
