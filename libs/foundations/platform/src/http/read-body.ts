import type { IncomingHttpHeaders } from 'node:http';
import { unreadable } from './problem';
import { readStrictJson } from './strict-json';

/** The largest body: fourteen comments of the greatest length, in a script of four bytes a character, fit. */
export const LARGEST_BODY = 1_000_000;

/** Undefined for an empty body; throws a refusal of whatever is not plain UTF-8 JSON. */
export function readBody(headers: IncomingHttpHeaders, body: Buffer): unknown {
  if (headers['content-encoding']) throw unreadable(415, 'Send it uncompressed.');
  if (/charset=(?!"?utf-8"?\s*(?:;|$))/i.test(headers['content-type'] ?? '')) throw unreadable(415, 'Send it as UTF-8.');
  const text = utf8(body);
  if (text === undefined) throw unreadable(400, 'These bytes are not UTF-8.');
  if (text === '') return undefined;
  const read = readStrictJson(text);
  if (!read.ok) throw unreadable(400, read.why);
  return read.value;
}

const utf8 = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // TextDecoder throws on bytes that are no UTF-8
  }
};
