import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../logging';
import { httpAdapter } from './adapter';
import { servePages } from './pages';
import { ProblemFilter } from './problem';

const long = 'long '.repeat(1_000);
const pages = {
  survey: `<title>survey</title><!--${long}--><script>ask()</script><style>a{}</style>`,
  web: `<title>web</title><!--${long}--><script nonce="CSP_NONCE"></script><style nonce="CSP_NONCE"></style>`,
};

@Controller()
class Planted {
  @Get('/s/api/survey')
  survey(): object {
    return { long };
  }

  @Get('/api/me')
  me(): object {
    return { email: 'ada@school.test' };
  }
}

@Module({ controllers: [Planted] })
class Application {}

let folder: string;
let app: NestFastifyApplication;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-site-'));
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  for (const name of ['survey', 'web'] as const) {
    const browser = join(folder, name, 'browser');
    await mkdir(join(browser, 'media'), { recursive: true });
    await writeFile(join(browser, 'index.html'), pages[name]);
    await writeFile(join(browser, 'main-AB12CD34.js'), `console.log('${name}')`);
    await writeFile(join(browser, 'media', 'serif-ZZ99YY88.woff2'), name);
    await writeFile(join(browser, 'main-AB12CD34.js.br'), brotliCompressSync(`console.log('${name}')`));
    await writeFile(join(browser, 'favicon.svg'), '<svg/>');
  }
  const log = createLogger('silent');
  app = await NestFactory.create<NestFastifyApplication>(Application, httpAdapter(log, true), { logger: false, bodyParser: false });
  app.useGlobalFilters(new ProblemFilter(log));
  await servePages(app.getHttpAdapter().getInstance(), folder);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') => app.inject({ method, url, headers: { 'x-facet': '1' } });
const title = async (url: string): Promise<string | undefined> => /<title>(.+)<\/title>/.exec((await get(url)).body)?.[1];

test.each(['/s', '/s/', '/S', '/s?from=mail', '/s%23ABCDEFGHJKMNPQRSTVWXYZ0123', '/s%2523ABCDEFGHJKMNPQRSTVWXYZ0123', '/s/#TOKEN'])(
  'row 46: the survey opens at %s, as mail gateways spell its link',
  async (url) => expect(await title(url)).toBe('survey'),
);

test.each(['/', '/rounds/4711', '/sign-in', '/surveys', '/apiary', '/?x=/api/'])(
  'the pages of leaders and coaches open at %s',
  async (url) => {
    expect(await title(url)).toBe('web');
  },
);

describe('a page', () => {
  test('lets only its own scripts and styles run, by a word that is new every time', async () => {
    const nonces = await Promise.all(
      ['/', '/', '/rounds', '/rounds'].map(async (url) => {
        const { headers, body } = await get(url);
        const [, nonce = ''] = /nonce="([^"]+)"/.exec(body) ?? [];
        expect(body).toBe(body.replaceAll(/nonce="[^"]+"/g, `nonce="${nonce}"`));
        expect(headers['content-security-policy']).toContain(`; style-src 'self' 'nonce-${nonce}'; script-src 'self' 'nonce-${nonce}'`);
        expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(4);
  });

  test('of the survey lets its own script and styles run, known by what they say, and nothing else', async () => {
    const { headers, body } = await get('/s');
    const digest = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    expect(body).toBe(pages.survey);
    const policy = `; style-src 'self' ${digest('a{}')}; script-src 'self' ${digest('ask()')}`;
    for (const rule of [`default-src 'self'`, `object-src 'none'`, `frame-ancestors 'none'`, `require-trusted-types-for 'script'`])
      expect(headers['content-security-policy']).toContain(rule);
    expect(headers['content-security-policy']?.toString().endsWith(policy)).toBe(true);
  });

  test('is kept by nobody on the way', async () => {
    expect((await get('/')).headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  test('row 45: asked for by its head changes nothing and says the same', async () => {
    const { statusCode, body, headers } = await get('/s', 'HEAD');
    expect({ statusCode, body, type: headers['content-type'] }).toEqual({ statusCode: 200, body: '', type: 'text/html; charset=utf-8' });
  });

  test.each(['/index.html', '/s/index.html'])('is not served as it lies on the disk: %s', async (url) => {
    expect((await get(url)).body).not.toContain('CSP_NONCE');
  });
});

test.each([
  ['/main-AB12CD34.js', `console.log('web')`],
  ['/s/main-AB12CD34.js', `console.log('survey')`],
  ['/s/media/serif-ZZ99YY88.woff2', 'survey'],
])('%s has a name for its content alone and is kept for ever', async (url, content) => {
  const { body, headers } = await get(url);
  expect({ body, cache: headers['cache-control'] }).toEqual({ body: content, cache: 'public, max-age=31536000, immutable' });
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test.each([
  ['/s', '<title>survey</title>', 'no-store'],
  ['/s/api/survey', '{"long":', 'no-store'],
  ['/s/main-AB12CD34.js', `console.log('survey')`, 'public, max-age=31536000, immutable'],
])('%s travels compressed to whoever can read that, and plain to whoever cannot', async (url, beginning, cache) => {
  const plain = await get(url);
  const answer = await app.inject({ method: 'GET', url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
  expect(answer.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': cache, 'x-content-type-options': 'nosniff' });
  expect(String(answer.headers.vary).toLowerCase()).toBe('accept-encoding');
  expect(brotliDecompressSync(answer.rawPayload).toString().startsWith(beginning)).toBe(true);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.startsWith(beginning)).toBe(true);
});

test('a file whose name stays the same is asked for anew', async () => {
  expect((await get('/favicon.svg')).headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'image/svg+xml' });
});

test.each([
  ['GET', '/api'],
  ['GET', '/api/nothing'],
  ['GET', '/s/api/nothing'],
  ['POST', '/api/me'],
  ['POST', '/s'],
  ['GET', '/main-OLD00000.js'],
  ['HEAD', '/main-OLD00000.js'],
] as const)('%s %s is nowhere, and a program is told so', async (method, url) => {
  const { statusCode, headers, body } = await get(url, method);
  expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 404, type: 'application/problem+json; charset=utf-8' });
  if (method !== 'HEAD') expect(JSON.parse(body)).toMatchObject({ code: 'not_found', status: 404 });
});

test.each([
  ...['/../secret.txt', '/s/../../secret.txt', '/..%2f..%2fsecret.txt', '/s/..%2f..%2f..%2fsecret.txt', '/%2e%2e/%2e%2e/secret.txt'],
  ...['/s/....//....//secret.txt', '/..\\..\\secret.txt', '/media/..%5c..%5c..%5csecret.txt', '//secret.txt', '/s//../../../secret.txt'],
  ...['/media/%00/../../../secret.txt', '/%252e%252e%252fsecret.txt', '/file:///etc/passwd', '/etc/passwd'],
])('row 73: no address leads to a file outside: %s', async (url) => {
  const { body } = await get(url);
  expect(body).not.toContain('not for anybody');
  expect(body).not.toContain('root:');
});
