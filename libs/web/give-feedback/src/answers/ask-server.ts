import type { Problem, StaleAnswers } from '@facet/contract';
import { bearerOf } from './bearer';

/** Browsers refuse a `keepalive` request of more than 64 kB. */
const LARGEST_KEEPALIVE = 60_000;
const PATIENCE_MS = 20_000;

export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'stale'; readonly stored: StaleAnswers }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed'; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows whether it arrived: no connection, a proxy's page, a server in trouble or one that asks to wait. */
  | { readonly kind: 'unreachable' };

/** One request that names nothing but its bearer; `begun` where the page has sent the very same already. No cookie goes with it, so that a signed-in leader is never mixed with a colleague. */
export const askServer = async <T>(
  code: string,
  method: 'GET' | 'PUT' | 'POST',
  where: string,
  body?: object,
  begun?: Promise<Response>,
): Promise<Reply<T>> => {
  const text = JSON.stringify(body);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await (begun ??
      fetch(where, {
        method,
        headers: { ...bearerOf(code), ...(body && { 'content-type': 'application/json' }) },
        credentials: 'omit',
        cache: 'no-store',
        keepalive: method !== 'GET' && (!body || new Blob([text]).size < LARGEST_KEEPALIVE),
        signal: patience.signal,
        ...(body && { body: text }),
      }));
    return read<T>(response.status, response.status === 204 ? undefined : ((await response.json()) as unknown));
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
};

const read = <T>(status: number, content: unknown): Reply<T> => {
  if (status < 300) return { kind: 'ok', value: content as T };
  if (status === 404) return { kind: 'unknown' };
  if (status === 408 || status === 429 || status >= 500) return { kind: 'unreachable' };
  if (status === 409 && isStale(content)) return { kind: 'stale', stored: content };
  return { kind: status === 410 ? 'closed' : 'refused', problem: content as Problem };
};

/** A refusal as a person reads it. */
export const inWords = ({ title, detail }: Problem): string => (detail === undefined ? title : `${title} ${detail}`);

const isStale = (content: unknown): content is StaleAnswers => typeof content === 'object' && content !== null && 'sheet' in content;
