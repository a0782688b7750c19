import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSurvey, pagePolicy } from './harden';

/**
 * The two Angular applications. Their files have hashed names and may be kept for ever; the page itself carries a fresh nonce.
 * /s, /s%23TOKEN and /s%2523TOKEN are one page: mail gateways rewrite the fragment of a link (docs/decisions).
 */
export async function servePages(fastify: FastifyInstance, site: string): Promise<void> {
  const folder = (name: string): string => join(site, name, 'browser');
  const cache = { index: false as const, wildcard: false, cacheControl: false, setHeaders: keepForEver };
  await fastify.register(fastifyStatic, { root: folder('survey'), prefix: '/s/', ...cache, decorateReply: true });
  await fastify.register(fastifyStatic, { root: folder('web'), prefix: '/', ...cache, decorateReply: false });
  const survey = readFileSync(join(folder('survey'), 'index.html'), 'utf8');
  const web = readFileSync(join(folder('web'), 'index.html'), 'utf8');
  fastify.setNotFoundHandler((request, reply) => {
    const wantsPage =
      ['GET', 'HEAD'].includes(request.method) && !/\/api\//.test(request.url) && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (wantsPage) return page(reply, isSurvey(request.url) ? survey : web);
    return nothingHere(request, reply);
  });
}

/** Only files with a hash in their name; everything else keeps `no-store`. */
function keepForEver(reply: FastifyReply, path: string): void {
  if (/-[A-Z0-9]{8}\.\w+$/.test(path)) void reply.header('cache-control', 'public, max-age=31536000, immutable');
}

function page(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replaceAll('CSP_NONCE', nonce));
}

const nothingHere = (_: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply
    .status(404)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ code: 'not_found', title: 'There is nothing here for you.', status: 404 }));
