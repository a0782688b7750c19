import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LARGEST_BODY } from './read-body';

/** Where a mail server posts what came back, as it is or in a form of ours. Whoever posts signs the bytes, so they are kept as bytes. */
export const RETURNED_MAIL = '/api/returned-mail';
export const RETURNED_MAIL_TYPES = { message: 'message/rfc822', form: 'application/vnd.facet.returned-mail+json' } as const;

/** Lets these be read at that one address, as bytes. */
export function readReturnedMail(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    Object.values(RETURNED_MAIL_TYPES),
    { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
    ({ url }: FastifyRequest, body: Buffer) =>
      url === RETURNED_MAIL
        ? Promise.resolve(body)
        : Promise.reject(Object.assign(new Error('only JSON is understood here'), { statusCode: 415 })),
  );
}
