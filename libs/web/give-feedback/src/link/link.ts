import { tab } from './tab';

const PAGE = '/s';
const STORED = 'facet.code';

/** What the address said when the page was opened; `begun`: the survey has been asked for already. */
export type Link =
  | { readonly kind: 'code'; readonly code: string; readonly begun?: Promise<Response> }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong' };

/**
 * The code as the server knows it, from whatever a person typed: Crockford's base 32 reads the letter O as 0, I and L as 1.
 * A whole link is read as well. Null when it can be no code.
 */
export const readCode = (typed: string): string | null => {
  const code = (afterHash(typed) ?? typed)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(code) ? code : null;
};

/**
 * What stands behind the link's "#", which mail gateways turn into %23 or %2523 (Microsoft's Safe Links), perhaps with
 * parameters of their own behind it. Undefined when there is no "#".
 */
export const afterHash = (address: string): string | undefined => /(?:#|%(?:25)*23)([^#&?/]*)/i.exec(address)?.[1];

/** Takes the code out of the address bar, so that neither history nor a screenshot keeps it. The newest link is this tab's. */
export const takeLink = (): Link => {
  const found = afterHash(location.href);
  history.replaceState(null, '', PAGE);
  if (!found) return storedLink();
  const code = readCode(found);
  if (!code) return { kind: 'wrong' };
  keepCode(code);
  return { kind: 'code', code };
};

export const keepCode = (code: string): void => tab.set(STORED, code);
export const forgetCode = (): void => tab.drop(STORED);

const storedLink = (): Link => {
  const code = tab.get(STORED);
  return code ? { kind: 'code', code } : { kind: 'none' };
};
