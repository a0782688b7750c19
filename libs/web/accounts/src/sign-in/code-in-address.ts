import type { UrlMatcher } from '@angular/router';

const CODE = /(?:#|%23|%2523)(\d{6})$/i;

/** The code that the mail's button brought: `/sign-in#123456`, also where a mail gateway has rewritten the `#`. */
export const codeInAddress = (address: string): string | null => CODE.exec(address)?.[1] ?? null;

/** `/sign-in` in each of these spellings. */
export const signInAddress: UrlMatcher = (segments) => {
  const [only, ...more] = segments;
  return only !== undefined && more.length === 0 && /^sign-in(?:$|#|%23)/i.test(only.path) ? { consumed: segments } : null;
};
