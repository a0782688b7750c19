import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from './page';
import { isSurvey } from './survey-address';

/**
 * The two Angular applications. Their files have hashed names and may be kept for ever; the pages themselves may not.
 * /s, /s%23TOKEN and /s%2523TOKEN are one page: mail gateways rewrite the fragment of a link (docs/decisions/0005).
 */
export async function servePages(fastify: FastifyInstance, site: string): Promise<void> {
  const folder = (name: string): string => join(site, name, 'browser');
  // One route for each file that is there now: no request can name another file. The pages are served below, each with its policy.
  const files = {
    wildcard: false,
    globIgnore: ['**/index.html', '**/*.br'],
    preCompressed: true,
    index: false as const,
    // A name that is kept for ever is never asked about again, nor for a part of it.
    ...{ cacheControl: false, etag: false, lastModified: false, acceptRanges: false },
    setHeaders: keepForEver,
  };
  await fastify.register(fastifyStatic, { root: folder('survey'), prefix: '/s/', ...files, decorateReply: true });
  await fastify.register(fastifyStatic, { root: folder('web'), prefix: '/', ...files, decorateReply: false });
  const page = (name: string) => pageOf(readFileSync(join(folder(name), 'index.html'), 'utf8'));
  const [survey, web] = [page('survey'), page('web')];
  // A route, not a not-found handler: NestJS sets that one itself.
  fastify.get('/*', (request, reply) => {
    if (isForPrograms(request.url)) reply.callNotFound();
    else (isSurvey(request.url) ? survey : web)(request, reply);
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
