import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * The address in a mail's header List-Unsubscribe. Mail programs post to it for their readers (RFC 8058), with no cookie and no header
 * of ours: what lets them in is the address itself, which says all that may be done with it.
 */
export const ONE_CLICK = '/s/stop/:mail';

export const isOneClick = (url: string): boolean => /^\/s\/stop\/[^/?#]+$/.test(url);

const LARGEST_FORM = 2_000;

/** Lets forms be read at that one address, as text; everywhere else only JSON is understood. */
export function readOneClick(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: LARGEST_FORM },
    ({ url }: FastifyRequest, body: string) =>
      isOneClick(url)
        ? Promise.resolve(body)
        : Promise.reject(Object.assign(new Error('only JSON is understood here'), { statusCode: 415 })),
  );
}
