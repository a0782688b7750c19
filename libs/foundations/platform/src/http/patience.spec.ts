import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../logging';
import { httpAdapter, type Patience } from './adapter';

const asked: string[] = [];
@Controller()
class Planted {
  @Get('/api/one')
  one(): object {
    asked.push('one');
    return {};
  }
  @Post('/api/two')
  two(@Body() body: unknown): object {
    asked.push('two');
    return { body };
  }
}
@Module({ controllers: [Planted] })
class Application {}

/** So short that a test may wait for it; an hour, where it must not be what ends a connection. */
const HOUR = 3_600_000;
const PATIENT: Patience = { headers: HOUR, request: HOUR, look: 50 };
let app: NestFastifyApplication;
const listening = async (patience: Partial<Patience> = {}): Promise<number> => {
  asked.length = 0;
  const adapter = httpAdapter(createLogger('silent'), true, [], { ...PATIENT, ...patience });
  app = await NestFactory.create<NestFastifyApplication>(Application, adapter, { logger: false, bodyParser: false });
  await app.listen(0, '127.0.0.1');
  return (app.getHttpServer().address() as AddressInfo).port;
};
afterEach(() => app.close());

/** All that comes back over one connection until the server closes it. */
const untilClosed = async (socket: Socket): Promise<string> => {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', () => undefined); // a reset is one way of closing
  await once(socket, 'close');
  return text;
};
const say = (port: number, words: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(words);
  return untilClosed(socket);
};
const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`;
const statusesIn = (text: string): string[] => [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status ?? '');
/** Sends piece after piece for as long as the other side listens. */
const dribble = async (socket: Socket, piece: string): Promise<void> => {
  while (!socket.destroyed) {
    socket.write(piece);
    await setTimeout(20);
  }
};

test('row 68: whoever sends headers without end, a few at a time, is cut off, and others are answered meanwhile', async () => {
  const port = await listening({ headers: 400 });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /api/one HTTP/1.1\r\nHost: a\r\n');
  const ended = untilClosed(socket);
  const dribbling = dribble(socket, 'X-A: b\r\n');
  expect((await fetch(`http://127.0.0.1:${port}/api/one`)).status).toBe(200);
  expect(statusesIn(await ended)).toEqual(['408']);
  await dribbling;
  expect(asked).toEqual(['one']);
}, 60_000);

test('row 68: whoever sends a body without end, a byte at a time, is cut off, and nothing of it is taken', async () => {
  const port = await listening({ headers: 500, request: 500 });
  const socket = connect(port, '127.0.0.1');
  socket.write(lines('POST /api/two HTTP/1.1', 'Host: a', 'X-Facet: 1', 'Content-Type: application/json', 'Content-Length: 100000'));
  const ended = untilClosed(socket);
  await Promise.all([ended, dribble(socket, ' ')]);
  expect(asked).toEqual([]);
}, 60_000);

test('row 68: two hundred connections on which nobody says a word are closed, and people are answered meanwhile', async () => {
  const port = await listening({ headers: 500 });
  const sockets = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
  const ended = Promise.all(sockets.map(untilClosed));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  expect((await fetch(`http://127.0.0.1:${port}/api/one`)).status).toBe(200);
  await ended;
}, 60_000);

test('row 68: the product waits ten seconds for headers and half a minute for a request', () => {
  const server = httpAdapter(createLogger('silent'), true).getInstance().server;
  expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([10_000, 30_000, 30_000]);
});

const smuggled = lines('GET /api/one HTTP/1.1', 'Host: a');
const post = ['POST /api/two HTTP/1.1', 'Host: a', 'X-Facet: 1', 'Content-Type: application/json'];
test.each([
  ['a length and chunks at once', `${lines(...post, 'Content-Length: 6', 'Transfer-Encoding: chunked')}0\r\n\r\n${smuggled}`],
  ['chunks and a length at once', `${lines(...post, 'Transfer-Encoding: chunked', 'Content-Length: 6')}0\r\n\r\n${smuggled}`],
  ['two lengths', `${lines(...post, 'Content-Length: 2', 'Content-Length: 40')}{}${smuggled}`],
  ['a length with a sign', `${lines(...post, 'Content-Length: +2')}{}${smuggled}`],
  ['chunks that are not the last coding', `${lines(...post, 'Transfer-Encoding: chunked, identity')}0\r\n\r\n${smuggled}`],
  ['a coding with a hidden letter', `${lines(...post, 'Transfer-Encoding: \u000bchunked')}0\r\n\r\n${smuggled}`],
  ['a space before the colon', `${lines(...post, 'Content-Length : 2')}{}${smuggled}`],
  ['a folded header', `${lines(...post, 'Transfer-Encoding:', ' chunked')}0\r\n\r\n${smuggled}`],
  ['a bare line feed', `${lines(...post, 'X-A: b\nTransfer-Encoding: chunked')}0\r\n\r\n${smuggled}`],
])(
  'row 69: a request with %s is refused, its connection closed, and no second request is read out of it',
  async (_, words) => {
    const answer = await say(await listening(), words);
    expect(statusesIn(answer)).toEqual(['400']);
    expect(asked).not.toContain('one');
  },
  60_000,
);

test('row 69: headers that are too large are refused, and the connection closed', async () => {
  const large = lines('GET /api/one HTTP/1.1', 'Host: a', `X-A: ${'x'.repeat(17_000)}`);
  expect(statusesIn(await say(await listening(), large))).toEqual(['431']);
  expect(asked).toEqual([]);
}, 60_000);
