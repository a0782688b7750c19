import { AnswerLinksModule } from '@facet/answer-links';
import { testApplication, testConfiguration, testDatabase } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { MailModule } from '../mail.module';
import { GENUINE } from './address';
import { genuinePage } from './genuine-page';

const db = await testDatabase();
const configuration = testConfiguration(db);
const app = await testApplication(db, [AnswerLinksModule, MailModule], configuration);
afterAll(async () => {
  await app.close();
  await db.drop();
});

test('whoever doubts a mail reads where mails come from and lead to, without signing in', async () => {
  const { statusCode, body, headers } = await app.inject({ url: GENUINE });
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).toContain('<strong>feedback@facet.test</strong>');
  expect(body).toContain('<strong>https://facet.test/</strong>');
});

test('the page follows nobody: no cookie, no script, nothing from elsewhere, and nothing is written', async () => {
  const before = await db.dump();
  const { body, headers } = await app.inject({ url: `${GENUINE}?from=mail`, headers: { cookie: 'facet=1' } });
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body.replace('<link rel="icon" href="/mark.svg"', '')).not.toMatch(/<script|<img|<link|<form|<iframe|url\(|src=/);
  expect(await db.dump()).toBe(before);
});

test('the domain to which mail is returned is told where it is another', () => {
  const facts = { address: 'feedback@hill.example', site: 'https://facet.hill.example' };
  expect(genuinePage({ ...facts, returnDomain: 'bounce.hill.example' })).toContain('<strong>@bounce.hill.example</strong>');
  expect(genuinePage({ ...facts, returnDomain: undefined })).not.toContain('returned');
});

test('row 23: what the configuration says is text', () => {
  expect(genuinePage({ address: '<b>@x.example', site: 'https://x"y', returnDomain: '<i>' })).not.toMatch(/<b>|<i>|x"y/);
});
