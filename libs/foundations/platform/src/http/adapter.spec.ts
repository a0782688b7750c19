import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { Body, Controller, Get, Module, Param, Post, ServiceUnavailableException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../logging';
import { httpAdapter } from './adapter';
import { ProblemFilter } from './problem';
import { LARGEST_BODY } from './read-body';

@Controller()
class Planted {
  @Post('/api/echo')
  echo(@Body() body: unknown): object {
    return { body };
  }

  @Get('/api/rounds/:round')
  round(@Param('round') round: string): object {
    return { round };
  }

  @Get('/s/api/survey')
  survey(): object {
    return {};
  }

  @Get('/api/bug')
  bug(): never {
    throw new Error('CANARY in a message of ours');
  }

  @Get('/api/unavailable')
  unavailable(): never {
    throw new ServiceUnavailableException();
  }
}

@Module({ controllers: [Planted] })
class Application {}

const logged: string[] = [];
let app: NestFastifyApplication;
let port: number;
beforeAll(async () => {
  const log = createLogger('trace', { write: (line) => logged.push(line) });
  app = await NestFactory.create<NestFastifyApplication>(Application, httpAdapter(log, true), { logger: false, bodyParser: false });
  app.useGlobalFilters(new ProblemFilter(log));
  await app.listen(0, '127.0.0.1');
  ({ port } = app.getHttpServer().address() as AddressInfo);
});
beforeEach(() => {
  logged.length = 0;
});
afterAll(() => app.close());

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly parts?: Iterable<Buffer | string>;
}
interface Answered {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
}

/** Asks over a real connection, the address written exactly as it stands here. */
const ask = async (address: string, { method = 'GET', headers = {}, parts = [] }: Asked = {}): Promise<Answered> => {
  const asking = request({ host: '127.0.0.1', port, path: address, method, headers, agent: false });
  const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
  void pipeline(parts, asking).catch(() => undefined); // a server that refuses need not take the rest; what counts is its answer
  const [answer] = await answered;
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
};

const ours = { 'x-facet': '1', 'content-type': 'application/json' };
const echo = (parts: Iterable<Buffer | string>, headers: Record<string, string> = {}): Promise<Answered> =>
  ask('/api/echo', { method: 'POST', headers: { ...ours, ...headers }, parts });

describe('what is read', () => {
  test('a page of ours is understood', async () => {
    const { status, text } = await echo(['{"name":"Zoë"}']);
    expect({ status, text }).toEqual({ status: 201, text: '{"body":{"name":"Zoë"}}' });
  });

  test.each([
    ['a body that is compressed', [gzipSync('{}')], { 'content-encoding': 'gzip' }, 415, 'Send it uncompressed.'],
    ['a wrong charset', ['{}'], { 'content-type': 'application/json; charset=iso-8859-1' }, 415, 'Send it as UTF-8.'],
    ['a charset that begins like ours', ['{}'], { 'content-type': 'application/json; charset=utf-80' }, 415, 'Send it as UTF-8.'],
    ['bytes of another charset', [Buffer.from('{"a":"é"}', 'latin1')], {}, 400, 'These bytes are not UTF-8.'],
    ['a byte order mark', [Buffer.from('\uFEFF{}')], {}, 400, 'The text begins with a byte order mark.'],
    ['a name that occurs twice', ['{"a":1,"\\u0061":2}'], {}, 400, 'The name “a” occurs twice.'],
    ['ten thousand levels', ['['.repeat(10_000)], {}, 400, 'Nested deeper than 12 levels.'],
    ['no JSON', ['<a/>'], {}, 400, 'This is not JSON.'],
  ])('row 67: %s is refused in plain words', async (_, parts, headers, status, detail) => {
    const answer = await echo(parts, headers);
    expect(JSON.parse(answer.text)).toEqual({ code: 'unreadable', title: 'That could not be read.', status, detail });
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
  });

  test.each(['application/json; charset=UTF-8', 'application/json;charset="utf-8"'])('%s is ours', async (type) => {
    expect(await echo(['[]'], { 'content-type': type })).toMatchObject({ status: 201, text: '{"body":[]}' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'application/xml'])(
    'rows 54, 67: %s is not read at all',
    async (type) => {
      const answer = await echo(['{}'], { 'content-type': type });
      expect(JSON.parse(answer.text)).toEqual({ code: 'http_415', title: 'Only JSON is understood here.', status: 415 });
    },
  );

  test('row 67: the largest body is read, one byte more is not', async () => {
    const text = `"${'x'.repeat(LARGEST_BODY - 2)}"`;
    expect(await echo([text])).toMatchObject({ status: 201 });
    expect(JSON.parse((await echo([`${text} `])).text)).toEqual({ code: 'http_413', title: 'That is too large.', status: 413 });
  });

  test.each([
    ['that says so', { 'content-length': '50000000' }],
    ['that does not say so', { 'transfer-encoding': 'chunked' }],
  ])('rows 4, 18, 67: a body of 50 MB %s is refused before it fills the memory', async (_, headers) => {
    const part = Buffer.alloc(100_000, 'x');
    const used = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const before = used();
    let most = 0;
    let sent = 0;
    const parts = function* (): Generator<Buffer> {
      while (sent < 500) {
        sent++;
        most = Math.max(most, used() - before);
        yield part;
      }
    };
    const answer = await echo(parts(), headers);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(500);
    expect(most).toBeLessThan(25_000_000);
  });
});

describe('who may write', () => {
  test.each([
    ['from another origin', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['with a method that overrides', { 'x-http-method-override': 'DELETE' }],
    ['with a method that overrides, spelled otherwise', { 'x-method-override': 'PUT' }],
    ['without the header that only our pages send', { 'x-facet': '' }],
    ['with a wrong one', { 'x-facet': '1, 1' }],
    ['as plain text, which needs nobody’s leave', { 'x-facet': '', 'content-type': 'text/plain' }],
  ])('row 54: a request %s is refused', async (_, headers) => {
    const answer = await echo(['{}'], headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'foreign', detail: 'Nothing has been changed.' });
  });

  test.each(['same-origin', 'none'])('a page of ours may write (%s)', async (site) => {
    expect(await echo(['1'], { 'sec-fetch-site': site })).toMatchObject({ status: 201 });
  });

  test('everybody may read, whatever link they followed', async () => {
    expect(await ask('/api/rounds/1', { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({ status: 200 });
  });
});

describe('what is answered', () => {
  const damaged = '/s%2';
  const tooLong = `/api/rounds/${'x'.repeat(201)}`;
  test.each([
    ['a right request', '/api/rounds/1', {}, 200],
    ['an unknown path', '/api/nothing', {}, 404],
    ['an address that cannot be decoded', damaged, {}, 400],
    ['an id that is too long', tooLong, {}, 400],
    ['a foreign request', '/api/echo', { method: 'POST' }, 403],
    ['a body that cannot be read', '/api/echo', { method: 'POST', headers: ours, parts: ['{'] }, 400],
    ['a bug', '/api/bug', {}, 500],
    ['the head of a page', '/s/api/survey', { method: 'HEAD' }, 200],
  ])('%s is answered with what a browser may do', async (_, address, asked, status) => {
    const answer = await ask(address, asked);
    expect(answer).toMatchObject({
      status,
      headers: {
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'cache-control': 'no-store',
      },
    });
    const policy = String(answer.headers['content-security-policy']).split('; ');
    expect(policy).toEqual([`default-src 'none'`, `base-uri 'none'`, `form-action 'none'`, `frame-ancestors 'none'`]);
    if (status >= 400) expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test('what belongs to the survey is in no search engine', async () => {
    expect((await ask('/s/api/survey')).headers['x-robots-tag']).toBe('noindex, nofollow');
    expect((await ask('/api/rounds/1')).headers).not.toHaveProperty('x-robots-tag');
  });

  test('an address that cannot be decoded is not repeated', async () => {
    expect((await ask('/s%23CANARY%')).text).not.toContain('CANARY');
  });

  test.each(['/api/bug', '/api/unavailable'])('%s: a bug is told as ours, without what went wrong, and logged', async (address) => {
    const { status, text } = await ask(address);
    expect({ status, code: (JSON.parse(text) as { code: string }).code }).toEqual({ status: 500, code: 'our_fault' });
    expect(text).not.toContain('CANARY');
    expect(logged.join('')).toContain('"a bug"');
  });
});

describe('what is logged', () => {
  test('the pattern of a route, never the address', async () => {
    await ask('/api/rounds/CANARY?token=CANARY', { headers: { referer: 'https://facet.test/s%23CANARY' } });
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      { level: 30, time: expect.any(String), method: 'GET', route: '/api/rounds/:round', status: 200 },
    ]);
  });

  test.each([
    ...['/s', '/s/', '/s?CANARY', '/s/CANARY', '/s%23CANARY', '/s%2523CANARY', '/S%23CANARY', '/s;CANARY', '/s%00CANARY'],
    ...['/%73%23CANARY', '/%73/CANARY', '//s%23CANARY', '/./s%23CANARY', '/x/../s%23CANARY', '/s%2CANARY', '/s/api/survey?t=CANARY'],
    ...['/sCANARY', 'http://127.0.0.1/s%23CANARY', '/link?to=%2Fs%23CANARY'],
  ])('row 44: a survey’s link leaves no token in the log, however it is spelled: %s', async (address) => {
    await ask(address, { headers: { authorization: 'Bearer CANARY', referer: 'https://facet.test/s%23CANARY' } });
    expect(logged.join('')).not.toContain('CANARY');
    expect(logged.length).toBeLessThanOrEqual(1);
  });

  test.each(['/s', '/s%23CANARY', '/s%2523CANARY', '/S%23CANARY', '/s/api/survey', '/s/anything'])(
    'row 44: %s is logged as /s and nothing more',
    async (address) => {
      await ask(address);
      expect(logged.map((line) => JSON.parse(line) as object)).toEqual([{ level: 30, time: expect.any(String), msg: '/s' }]);
    },
  );
});
