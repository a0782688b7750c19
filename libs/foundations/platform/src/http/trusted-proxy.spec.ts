import { afterEach, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { createLogger } from '../logging';
import { httpAdapter } from './adapter';

@Controller()
class Address {
  @Get('/api/address')
  address(@Req() { ip }: FastifyRequest): object {
    return { ip };
  }
}

@Module({ controllers: [Address] })
class Application {}

let app: NestFastifyApplication;
afterEach(() => app.close());

/** Whom the server takes us for, when we say that we speak for somebody else. */
const takenFor = async (trusted: readonly string[], forwardedFor: string): Promise<unknown> => {
  const log = createLogger('silent', { write: () => undefined });
  app = await NestFactory.create<NestFastifyApplication>(Application, httpAdapter(log, false, trusted), {
    logger: false,
    bodyParser: false,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/address`, { headers: { 'x-forwarded-for': forwardedFor } });
  return answer.json();
};

test('nobody gets around a limit by naming another address', async () => {
  expect(await takenFor([], '203.0.113.7')).toEqual({ ip: '127.0.0.1' });
});

test('a proxy that is trusted says for whom it speaks', async () => {
  expect(await takenFor(['127.0.0.0/8'], '203.0.113.7')).toEqual({ ip: '203.0.113.7' });
});

test('what a visitor wrote in front of the proxy’s own word is not believed', async () => {
  expect(await takenFor(['127.0.0.1'], '198.51.100.1, 203.0.113.7')).toEqual({ ip: '203.0.113.7' });
});
