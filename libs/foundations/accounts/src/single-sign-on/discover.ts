import type { Configuration } from '@facet/platform';
import * as client from 'openid-client';

/** So long a provider may take for each answer. */
const TIMEOUT_SECONDS = 5;

/**
 * Asks the provider what it offers. From then on every ID token must carry a signature of its keys: OpenID Connect would let a client
 * trust the connection instead. Throws where the provider cannot be reached or says something else than it should.
 */
export async function discover({
  issuer,
  clientId,
  clientSecret,
}: NonNullable<Configuration['singleSignOn']>): Promise<client.Configuration> {
  const authentication = clientSecret === undefined ? client.None() : asTheServerWants(clientSecret);
  const configuration = await client.discovery(issuer, clientId, undefined, authentication, {
    timeout: TIMEOUT_SECONDS,
    execute: [client.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [])],
  });
  // The library asks this of every provider but Microsoft, which has one description for many issuers.
  if (new URL(configuration.serverMetadata().issuer).href !== issuer.href)
    throw Object.assign(new Error('the provider calls itself something else'), { code: 'ANOTHER_ISSUER' });
  return configuration;
}

/** In a header, which every server must understand (RFC 6749, 2.3.1), unless it says that it wants the secret in the body. */
function asTheServerWants(secret: string): client.ClientAuth {
  const [inHeader, inBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const understood = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (understood.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest);
  };
}
