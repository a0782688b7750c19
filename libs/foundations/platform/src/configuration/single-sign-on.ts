import type { Configuration } from './configuration';
import type { Environment } from './environment';
import { isLoopback } from './loopback';

export const ISSUER =
  'OIDC_ISSUER is the issuer that your provider of identities names, for instance OIDC_ISSUER=https://accounts.google.com.';

/** Microsoft answers to these for every organisation that it knows, and for private accounts. */
const EVERYBODY = ['common', 'organizations', 'consumers'];

export const isIssuer = ({ protocol, hostname, username, password, search, hash }: URL): boolean =>
  [username, password, search, hash].every((part) => part === '') && (protocol === 'https:' || isLoopback(hostname));

export const isForEverybody = ({ hostname, pathname }: URL): boolean =>
  hostname === 'login.microsoftonline.com' && EVERYBODY.includes(pathname.split('/')[1] ?? '');

export function singleSignOnFaults(e: Environment): string[] {
  const rest = [e.OIDC_CLIENT_ID, e.OIDC_CLIENT_SECRET, e.OIDC_LABEL, e.OIDC_SECOND_FACTOR];
  if (e.OIDC_ISSUER === undefined)
    return rest.every((value) => value === undefined)
      ? []
      : [`OIDC_ISSUER is missing: the other OIDC_ settings mean nothing without it. ${ISSUER}`];
  return e.OIDC_CLIENT_ID === undefined ? ['OIDC_CLIENT_ID is missing: the name under which your provider of identities knows Facet.'] : [];
}

export const singleSignOnOf = (e: Environment): Configuration['singleSignOn'] =>
  e.OIDC_ISSUER === undefined || e.OIDC_CLIENT_ID === undefined
    ? null
    : {
        issuer: e.OIDC_ISSUER,
        clientId: e.OIDC_CLIENT_ID,
        clientSecret: e.OIDC_CLIENT_SECRET,
        label: e.OIDC_LABEL ?? 'your organisation’s account',
        isSecondFactor: e.OIDC_SECOND_FACTOR === 'provider',
      };
