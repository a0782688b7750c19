import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIGURATION, createLogger, dateInWords, httpAdapter, ProblemFilter, readConfiguration } from '@facet/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTransport } from 'nodemailer';
import { MailboxController } from './mailbox.controller';
import { type Mailbox, startMailbox } from './mailbox-server';

@Module({})
class Alone {}

const start = async (data: string, environment: Record<string, string> = {}): Promise<NestFastifyApplication> => {
  const read = readConfiguration({ FACET_DATA: data, PORT: '3000', ...environment });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const root = { module: Alone, controllers: [MailboxController], providers: [{ provide: CONFIGURATION, useValue: read.configuration }] };
  const log = createLogger('silent');
  const app = await NestFactory.create<NestFastifyApplication>(root, httpAdapter(log, false), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

let data: string;
let mailbox: Mailbox;
let app: NestFastifyApplication;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'facet-mailbox-'));
  mailbox = await startMailbox(data);
  app = await start(data);
});
afterAll(async () => {
  await app.close();
  await mailbox.stop();
  await rm(data, { recursive: true });
});

const send = async (change: Record<string, unknown> = {}): Promise<string> => {
  const transport = createTransport(mailbox.url);
  await transport.sendMail({
    from: { name: 'Hill Street School', address: 'feedback@hill.example' },
    replyTo: 'priya@hill.example',
    to: { name: 'Sam Hill', address: 'sam@hill.example' },
    subject: 'Your view',
    date: new Date('2026-12-01T09:00:00Z'),
    text: 'Give your view:\nhttp://localhost:3000/s#7M3K1\n',
    html: '<p>Give your <a href="http://localhost:3000/s#7M3K1">view</a></p>',
    ...change,
  });
  transport.close();
  const names = await readdir(join(data, 'mailbox'));
  return (names.sort().at(-1) ?? '').replace('.eml', '');
};
const get = async (url: string, from = '127.0.0.1', host = 'localhost:3000') => {
  const { statusCode, headers, body } = await app.inject({ url, remoteAddress: from, headers: { host } });
  return { statusCode, headers, body };
};

test('an empty mailbox says so', async () => {
  expect(await get('/mailbox')).toMatchObject({ statusCode: 200, body: expect.stringContaining('No mail has arrived yet.') });
});

test('a mail that was sent is listed and can be read: who, when, what, with a link to press', async () => {
  const id = await send();
  const list = await get('/mailbox');
  expect(list.body).toContain(`<a href="/mailbox/${id}"><bdi>Your view</bdi></a>`);
  expect(list.body).toContain('<bdi>Sam Hill</bdi> &lt;<bdi>sam@hill.example</bdi>&gt;');
  const one = await get(`/mailbox/${id}`);
  expect(one.body).toContain(dateInWords(new Date('2026-12-01T09:00:00Z'), Intl.DateTimeFormat().resolvedOptions().timeZone));
  expect(one.body).toContain('<a href="http://localhost:3000/s#7M3K1" target="_blank" rel="noreferrer">http://localhost:3000/s#7M3K1</a>');
  expect(one.body).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox"`);
});

test('the HTML of a mail is shown in a box in which nothing runs and nothing is loaded', async () => {
  const { headers, body } = await get(`/mailbox/${await send()}/html`);
  expect(body).toContain('<p>Give your');
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox allow-popups/);
  expect(headers['content-security-policy']).not.toContain('allow-scripts');
});

test('row 23: what looks like markup or a script in a mail is shown as the text it is', async () => {
  const attack = `<script>alert(1)</script>"><img src=x onerror=alert(1)> javascript:alert(1) {{constructor}}`;
  const id = await send({ subject: attack, to: { name: attack, address: 'sam@hill.example' }, text: `${attack} https://x.example/"><b>` });
  for (const url of ['/mailbox', `/mailbox/${id}`]) {
    const { body, headers } = await get(url);
    expect(body).not.toMatch(/<script|<img|<b>|href="(?!https?:|\/)/);
    expect(body).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  }
});

test('the pages bring their style as a file and nothing inline', async () => {
  const { body } = await get('/mailbox');
  expect(body).not.toMatch(/<style|style=|<script/);
  expect(await get('/mailbox/style.css')).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/css; charset=utf-8' } });
});

test.each(['..%2f..%2fpackage', '%2e%2e', 'undefined', '00000000000000-x', '00000000000000-00000000-0000-4000-8000-000000000000'])(
  'there is no mail called %s',
  async (id) => {
    expect((await get(`/mailbox/${id}`)).statusCode).toBe(404);
    expect((await get(`/mailbox/${id}/html`)).statusCode).toBe(404);
  },
);

test('another machine, and a page elsewhere that points its own name here, find no mailbox', async () => {
  const id = await send();
  for (const url of ['/mailbox', '/mailbox/style.css', `/mailbox/${id}`, `/mailbox/${id}/html`]) {
    expect((await get(url, '192.0.2.7')).statusCode).toBe(404);
    expect((await get(url, '127.0.0.1', 'evil.example')).statusCode).toBe(404);
    expect((await get(url, '::ffff:127.0.0.1', '127.0.0.1:3000')).statusCode).toBe(200);
  }
});

test('with a real SMTP server there is no mailbox', async () => {
  const real = await start(data, {
    SMTP_URL: 'smtp://mail.hill.example',
    PUBLIC_URL: 'https://facet.hill.example',
    FACET_SECRET: 'a secret for tests, long enough to pass',
    FACET_MAIL_FROM: 'Feedback <feedback@hill.example>',
  });
  const { statusCode } = await real.inject({ url: '/mailbox', remoteAddress: '127.0.0.1', headers: { host: 'localhost' } });
  await real.close();
  expect(statusCode).toBe(404);
});

test('mails are still there after the mailbox was stopped and started again', async () => {
  const id = await send({ subject: 'Before the pause' });
  await mailbox.stop();
  mailbox = await startMailbox(data);
  expect((await get(`/mailbox/${id}`)).body).toContain('Before the pause');
  await send({ subject: 'After the pause' });
  expect((await get('/mailbox')).body).toMatch(/After the pause[^]*Before the pause/);
});
