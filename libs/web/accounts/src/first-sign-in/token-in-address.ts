import type { UrlMatcher } from '@angular/router';

const TOKEN = /(?:#|%23|%2523)([\w-]{22})$/i;

/** The token of the link that `facet init` printed, also where it came by a mail whose gateway has rewritten the `#`. */
export const tokenInAddress = (address: string): string | null => TOKEN.exec(address)?.[1] ?? null;

/** `/first-sign-in` in each of these spellings. */
export const firstSignInAddress: UrlMatcher = (segments) => {
  const [only, ...more] = segments;
  return only !== undefined && more.length === 0 && /^first-sign-in(?:$|#|%23)/i.test(only.path) ? { consumed: segments } : null;
};
