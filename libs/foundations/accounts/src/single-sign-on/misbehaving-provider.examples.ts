import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignOnAnswer } from '@facet/contract';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** So many seconds from now, as tokens tell the time: they are judged by the machine's own clock. */
export const inSeconds = (seconds: number): number => Math.floor((performance.timeOrigin + performance.now()) / 1000) + seconds;

/** What is different about the token that it hands out next. */
export interface Misbehaviour {
  readonly header?: object;
  /** Undefined leaves the claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signature?: 'of another key' | 'none' | 'by the public key as a password';
  /** Instead of an ID token. */
  readonly instead?: 'no token' | 'an error page' | 'silence' | 'no such code';
}

/** Speaks OpenID Connect as far as it has to, and hands out whatever it is told to. */
export class MisbehavingProvider {
  private readonly key = pair();
  private readonly other = pair();
  private readonly server: Server = createServer();
  private misbehaviour: Misbehaviour = {};
  private nonce = '';
  subject = 'ada';
  /** For its description of itself too. */
  isDown = false;
  /** Where it is somebody else by its own account. */
  callsItself: string | undefined;

  static async start(): Promise<MisbehavingProvider> {
    const provider = new MisbehavingProvider();
    provider.server.on('request', ({ url = '' }, response) => provider.answer(url, response));
    provider.server.listen(0, '127.0.0.1');
    await once(provider.server, 'listening');
    return provider;
  }

  get issuer(): URL {
    return new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`);
  }

  /** Somebody comes to its page and is sent back at once. */
  sendBack(address: URL, misbehaviour: Misbehaviour = {}): SignOnAnswer {
    this.misbehaviour = misbehaviour;
    this.nonce = address.searchParams.get('nonce') ?? '';
    return { state: address.searchParams.get('state') ?? '', code: 'a-code', iss: this.issuer.origin };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(url: string, response: ServerResponse): void {
    const json = (body: object, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (this.isDown) response.writeHead(503).end();
    else if (url === '/.well-known/openid-configuration') json(this.description());
    else if (url === '/keys') json({ keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
    else this.redeem(json, response);
  }

  private redeem(json: (body: object, status?: number) => void, response: ServerResponse): void {
    const tokens = { access_token: 'secret-access', refresh_token: 'secret-refresh', token_type: 'Bearer' };
    switch (this.misbehaviour.instead) {
      case 'silence':
        return;
      case 'an error page':
        response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
        return;
      case 'no such code':
        json({ error: 'invalid_grant' }, 400);
        return;
      case 'no token':
        json(tokens);
        return;
      case undefined:
        json({ ...tokens, id_token: this.idToken() });
    }
  }

  private description(): object {
    const { origin } = this.issuer;
    return {
      ...{
        issuer: this.callsItself ?? origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/keys`,
      },
      ...{ response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
      authorization_response_iss_parameter_supported: true,
    };
  }

  private idToken(): string {
    const { header, claims, signature } = this.misbehaviour;
    const usual = { iss: this.issuer.origin, sub: this.subject, aud: 'facet', iat: inSeconds(0), exp: inSeconds(300), nonce: this.nonce };
    const signed = `${encoded({ alg: 'RS256', kid: 'one', ...header })}.${encoded({ ...usual, ...claims })}`;
    const by = ({ privateKey }: { privateKey: KeyObject }): string => sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
    if (signature === 'none') return `${signed}.`;
    if (signature === 'of another key') return `${signed}.${by(this.other)}`;
    if (signature === undefined) return `${signed}.${by(this.key)}`;
    const password = this.key.publicKey.export({ type: 'spki', format: 'pem' });
    return `${signed}.${createHmac('sha256', password).update(signed).digest('base64url')}`;
  }
}
