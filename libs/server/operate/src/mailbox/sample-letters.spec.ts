import { builtIn } from '@facet/mail';
import { testApplication, testConfiguration, testDatabase } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { SampleLettersController } from './sample-letters.controller';

@Module({ controllers: [SampleLettersController] })
class Samples {}

const db = await testDatabase();
const demo = await testApplication(db, [Samples], { ...testConfiguration(db), demo: true });
const real = await testApplication(db, [Samples]);
afterAll(async () => {
  await demo.close();
  await real.close();
  await db.drop();
});
const ask = (url: string, app = demo) => app.inject({ url, headers: { host: 'localhost' } });

test('whoever tries the product sees every kind of letter, as HTML and as text', async () => {
  const { body } = await ask('/mailbox/letters');
  for (const letter of Object.keys(builtIn)) {
    expect(body).toContain(`href="/mailbox/letters/${letter}"`);
    const page = await ask(`/mailbox/letters/${letter}`);
    expect(page.body).toContain(`src="/mailbox/letters/${letter}/html"`);
    expect(page.body).toContain('<pre>Hill Street School');
    const html = await ask(`/mailbox/letters/${letter}/html`);
    expect([html.statusCode, html.headers['content-security-policy']]).toEqual([200, expect.stringContaining('sandbox')]);
    expect(html.body).toContain('Is this mail genuine?');
  }
});

test('looking at them writes nothing', async () => {
  const before = await db.dump();
  await ask('/mailbox/letters/invitation');
  expect(await db.dump()).toBe(before);
});

test('where mail is real, and for a kind that there is not, there is no such page', async () => {
  for (const path of ['', '/invitation', '/invitation/html']) expect((await ask(`/mailbox/letters${path}`, real)).statusCode).toBe(404);
  for (const path of ['constructor', '__proto__', 'invitations', '%00'])
    expect((await ask(`/mailbox/letters/${path}`)).statusCode).toBe(404);
});
