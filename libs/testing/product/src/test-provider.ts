import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** A real provider of identities on loopback, which believes whatever name is typed: the name is the subject. */
export class TestProvider {
  private constructor(
    readonly issuer: URL,
    private readonly server: Server,
  ) {}

  /** Knows one client, "facet", at this address; without a secret it is a public one. */
  static async start(returnAddress: string, clientSecret?: string): Promise<TestProvider> {
    const { default: Provider } = await import('oidc-provider'); // a whole server: loaded by the few specs that want one
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    const provider = new Provider(issuer.origin, {
      clients: [
        {
          ...{ client_id: 'facet', redirect_uris: [returnAddress], response_types: ['code'] },
          ...(clientSecret === undefined ? { token_endpoint_auth_method: 'none' } : { client_secret: clientSecret }),
        },
      ],
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
      ttl: { Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      jwks: { keys: [{ ...key, kty: 'RSA', alg: 'RS256', use: 'sig' }] },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    return new TestProvider(issuer, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
