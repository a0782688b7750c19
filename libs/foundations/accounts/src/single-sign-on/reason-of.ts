import * as client from 'openid-client';

/** `said no`: the person, or the provider on purpose. `not accepted`: it sent what cannot be trusted, or did not take what we sent. */
export type FailedAtProvider = 'no answer' | 'said no' | 'not accepted';

/** Of a server that is down, slow or broken, and not of what it has signed. */
const NO_ANSWER = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];

/** What to tell the person, and a reason for the log: codes of the protocol, and never a value that was sent. */
export function reasonOf(error: unknown): { readonly failed: FailedAtProvider; readonly reason: string } {
  if (error instanceof client.AuthorizationResponseError) return { failed: 'said no', reason: word(error.error) };
  if (error instanceof client.ResponseBodyError)
    return { failed: error.status >= 500 ? 'no answer' : 'not accepted', reason: word(error.error) };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined) return { failed: NO_ANSWER.includes(code) ? 'no answer' : 'not accepted', reason: code };
  // fetch() throws a bare TypeError where no connection comes about.
  return { failed: error instanceof TypeError ? 'no answer' : 'not accepted', reason: error instanceof Error ? error.name : typeof error };
}

/** `access_denied` and the like; whatever else stands there was put there by somebody. */
const word = (error: string): string => (/^[a-z_]{1,60}$/.test(error) ? error : 'an error without a name');
