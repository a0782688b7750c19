import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { acceptsBrotli } from './compress';
import { pagePolicy } from './headers';

const NONCE = 'CSP_NONCE';

type Answer = (request: FastifyRequest, reply: FastifyReply) => void;

/** How a page is answered: with a fresh nonce where it has a place for one, otherwise as it is, compressed once and for all. */
export const pageOf = (html: string): Answer => (html.includes(NONCE) ? withNonce(html) : asItIs(html));

function withNonce(html: string): Answer {
  return (_, reply) => {
    const nonce = randomBytes(16).toString('base64');
    send(reply, pagePolicy(`nonce-${nonce}`), html.replaceAll(NONCE, nonce));
  };
}

/** The only script and the only styles that stand in it are named in its policy by their digests. */
function asItIs(html: string): Answer {
  const digest = (tag: string): string => {
    const [, content = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html) ?? [];
    return `sha256-${createHash('sha256').update(content).digest('base64')}`;
  };
  const policy = pagePolicy(digest('style'), digest('script'));
  const small = brotliCompressSync(html);
  return (request, reply) => {
    reply.header('vary', 'accept-encoding');
    if (!acceptsBrotli(request)) send(reply, policy, html);
    else send(reply.header('content-encoding', 'br'), policy, small);
  };
}

function send(reply: FastifyReply, policy: string, content: string | Buffer): void {
  reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(content);
}
