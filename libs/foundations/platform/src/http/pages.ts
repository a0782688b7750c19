import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy } from './headers';
import { isSurvey } from './survey-address';

/**
 * The two Angular applications. Their files have hashed names and may be kept for ever; the page itself carries a fresh nonce.
 * /s, /s%23TOKEN and /s%2523TOKEN are one page: mail gateways rewrite the fragment of a link (docs/decisions/0005).
 */
export async function servePages(fastify: FastifyInstance, site: string): Promise<void> {
  const folder = (name: string): string => join(site, name, 'browser');
  // One route for each file that is there now: no request can name another file. The page is served below, with its nonce.
  const files = {
    wildcard: false,
    globIgnore: ['**/index.html', '**/*.br'],
    preCompressed: true,
    index: false as const,
    cacheControl: false,
    setHeaders: keepForEver,
  };
  await fastify.register(fastifyStatic, { root: folder('survey'), prefix: '/s/', ...files, decorateReply: true });
  await fastify.register(fastifyStatic, { root: folder('web'), prefix: '/', ...files, decorateReply: false });
  const survey = readFileSync(join(folder('survey'), 'index.html'), 'utf8');
  const web = readFileSync(join(folder('web'), 'index.html'), 'utf8');
  // A route, not a not-found handler: NestJS sets that one itself.
  fastify.get('/*', (request, reply) => {
    if (isForPrograms(request.url)) reply.callNotFound();
    else page(reply, isSurvey(request.url) ? survey : web);
  });
}

/** A path of the interface, or the name of a file that is not there: a page would only confuse whoever asked. */
function isForPrograms(url: string): boolean {
  const [path = ''] = url.split('?');
  return /^(\/s)?\/api(\/|$)/.test(path) || /\.\w+$/.test(path);
}

/** Only files with a hash in their name; everything else keeps `no-store`. */
function keepForEver(reply: FastifyReply, path: string): void {
  if (/-[\w-]{8}\.\w+(\.br)?$/.test(path)) void reply.header('cache-control', 'public, max-age=31536000, immutable');
}

function page(reply: FastifyReply, html: string): void {
  const nonce = randomBytes(16).toString('base64');
  reply.header('content-security-policy', pagePolicy(nonce)).type('text/html; charset=utf-8').send(html.replaceAll('CSP_NONCE', nonce));
}
