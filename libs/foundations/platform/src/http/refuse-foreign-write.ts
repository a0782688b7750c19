import type { Problem } from '@facet/contract';
import type { FastifyRequest } from 'fastify';

const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** A page of another site can send forms and plain text with our cookies, but not this header (OWASP, CSRF prevention; Fetch Metadata). */
export function refuseForeignWrite({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): Problem | undefined {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return undefined;
  const ours =
    headers['x-facet'] === '1' &&
    ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']) &&
    OVERRIDES.every((name) => headers[name] === undefined);
  return ours
    ? undefined
    : { code: 'foreign', title: 'That did not come from Facet’s own pages.', status: 403, detail: 'Nothing has been changed.' };
}
