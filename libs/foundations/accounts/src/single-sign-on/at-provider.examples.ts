import { path, type SignOnAnswer } from '@facet/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly setCookie: readonly string[];
}

/** Somebody's browser: keeps Facet's cookies, and goes where it is sent. */
export class BrowserAtProvider {
  private static visitors = 0;
  readonly cookies: Record<string, string> = {};
  private readonly remoteAddress = `192.0.2.${++BrowserAtProvider.visitors}`;

  constructor(
    private readonly app: NestFastifyApplication,
    session?: string,
  ) {
    if (session !== undefined) this.cookies['__Host-sid'] = session;
  }

  async post(url: string, payload?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.send({ method: 'POST', url, headers: { 'x-facet': '1', ...headers }, ...(payload && { payload }) });
  }

  async get(url: string): Promise<Answered> {
    return this.send({ method: 'GET', url });
  }

  /** The provider's page to which the button leads. */
  async begin(next = '/'): Promise<URL> {
    return new URL(String((await this.post(path.signOn, { next })).body['address']));
  }

  async beginConnecting(): Promise<URL> {
    return new URL(String((await this.post(path.connectAccount)).body['address']));
  }

  comeBack(answer: SignOnAnswer): Promise<Answered> {
    return this.post(path.signOnReturn, answer);
  }

  async isSignedInAs(): Promise<unknown> {
    return (await this.get(path.me)).body['email'];
  }

  private async send(request: {
    method: 'GET' | 'POST';
    url: string;
    headers?: Record<string, string>;
    payload?: object;
  }): Promise<Answered> {
    const { cookies, remoteAddress } = this;
    const answer = await this.app.inject({ ...request, cookies, remoteAddress });
    for (const { name, value } of answer.cookies) this.cookies[name] = value;
    return {
      status: answer.statusCode,
      body: answer.body === '' ? {} : answer.json<Record<string, unknown>>(),
      setCookie: [answer.headers['set-cookie'] ?? []].flat(),
    };
  }
}

/** Goes through the pages of a real provider as this person, pressing what is to be pressed, until it leads back to Facet. */
export async function signInThere(address: URL, name: string): Promise<SignOnAnswer> {
  const kept = new Map<string, string>();
  let [at, form] = [address, undefined as URLSearchParams | undefined];
  for (let step = 0; step < 20; step++) {
    const cookie = [...kept].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie }, ...(form && { method: 'POST', body: form }) });
    for (const [, key = '', value = ''] of answer.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []))
      kept.set(key, value);
    const to = answer.headers.get('location');
    if (to !== null) [at, form] = [new URL(to, at), undefined];
    if (at.origin !== address.origin) return answerIn(at);
    if (to !== null) continue;
    const page = await answer.text();
    const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    [at, form] = [new URL(action, at), new URLSearchParams({ prompt, ...(prompt === 'login' && { login: name, password: 'x' }) })];
  }
  throw new Error(`the provider does not lead back: it stays at ${at.href}`);
}

/** What our page takes out of the address. */
export function answerIn({ searchParams }: URL): SignOnAnswer {
  const [state, code, iss, error] = ['state', 'code', 'iss', 'error'].map((name) => searchParams.get(name) ?? undefined);
  return { state: state ?? '', ...(code && { code }), ...(iss && { iss }), ...(error && { error }) };
}
