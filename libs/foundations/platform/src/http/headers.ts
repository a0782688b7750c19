import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSurvey } from './survey-address';

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

/** The policy of an Angular page: its styles and scripts carry the nonce. */
export const pagePolicy = (nonce: string): string => `${POLICY}; style-src 'self' 'nonce-${nonce}'; script-src 'self' 'nonce-${nonce}'`;

/** What a browser may do with an answer. Policy and caching stay as they are where the answer has its own. */
export function protect(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', POLICY);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin');
  if (secure) reply.header('strict-transport-security', 'max-age=31536000');
  if (isSurvey(request.url)) reply.header('x-robots-tag', 'noindex, nofollow');
}
