import type { FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Below this a packet is not full anyway. */
const WORTH_IT = 1_400;
/** A survey of 13.6 kB becomes 4.8 kB in 0.3 ms at 5, and 3.9 kB in 13 ms at 11. */
const QUALITY = 5;

const compressed = promisify(brotliCompress);

export const acceptsBrotli = (request: FastifyRequest): boolean => /\bbr\b/.test(String(request.headers['accept-encoding']));

/** Pages and data for whoever reads Brotli, which every browser of the last ten years does; files lie compressed on the disk. */
export async function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const type = String(reply.getHeader('content-type') ?? '');
  if (typeof payload !== 'string' || payload.length < WORTH_IT || !/^(text\/html|application\/json)/.test(type)) return payload;
  reply.header('vary', 'accept-encoding');
  if (request.method === 'HEAD' || !acceptsBrotli(request)) return payload;
  reply.header('content-encoding', 'br').removeHeader('content-length');
  return compressed(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}
