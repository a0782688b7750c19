import { earlyAddresses } from './early-addresses';
import type { Begun } from './taken-early';

/** Chunks that a report needs besides the first ones: tools/compress-web.mjs knows their names. */
declare const REPORT_CHUNKS: readonly string[];

/**
 * Stands in the page itself (tools/compress-web.mjs). The application learns what it needs one after another: who is there, then the
 * page's chunks, then what stands on it. On a slow line each is a journey there and back; here they begin while its scripts are on their
 * way.
 */
const addresses = earlyAddresses(location.pathname);
if (addresses.length > 0) {
  const begun: Begun = new Map(addresses.map((address) => [address, fetch(address)]));
  for (const answer of begun.values()) answer.catch(() => undefined); // whoever takes it hears of it
  (globalThis as { facetBegun?: Begun }).facetBegun = begun;
  for (const chunk of REPORT_CHUNKS) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = chunk;
    link.dataset['later'] = '';
    document.head.append(link);
  }
}
