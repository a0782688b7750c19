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

/** The policy of a page: what stands in it runs if it is named here, by a nonce or by its digest. */
export const pagePolicy = (styles: string, scripts = styles): string =>
  `${POLICY}; style-src 'self' '${styles}'; script-src 'self' '${scripts}'`;

/** Data, scripts and refusals: whoever opens one as if it were a page gets one that may do nothing at all. */
const NO_PAGE = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What a browser may do with an answer. Policy and caching stay as they are where the answer has its own. */
export function protect(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', isPage ? POLICY : NO_PAGE);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (isPage) reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  if (secure) reply.header('strict-transport-security', 'max-age=31536000');
  if (isSurvey(request.url)) reply.header('x-robots-tag', 'noindex, nofollow');
}
