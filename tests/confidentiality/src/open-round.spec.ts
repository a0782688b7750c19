import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { path, type SurveyView } from '@facet/contract';
import { findEmbeddedPostgres } from '@facet/platform';
import { dump, redisIsInstalled, TestRedis } from '@facet/testing';
import { Product, tokenIn } from '@facet/testing-product';
import { filesWith, spellings } from './artefacts';
import { RedisMonitor } from './monitor';

// A round is collecting in the demo school; Kim has been invited and has not answered yet.
const rater = 'kim.vale@larkmead.example';
const canary = 'quixotic-lanterns-over-the-weir';
const redis = redisIsInstalled ? await TestRedis.reserve() : undefined;
let monitor: RedisMonitor | undefined;
let product: Product;
let token: string;

beforeAll(async () => {
  await redis?.start();
  monitor = redis && (await RedisMonitor.listen(redis.url));
  product = await Product.start({ FACET_LOG: 'trace', ...(redis && { REDIS_URL: redis.url }) });
  token = tokenIn(await product.mail(rater, /Carys Bowen/));
  const survey = await ask<SurveyView>('GET', path.survey);
  const [first, ...others] = survey.framework.qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => code));
  const comments = { '1': { seen: `${canary} seen`, help: `${canary} help` } };
  await ask('PUT', path.answers, { rev: 1, ratings: { [first ?? '']: 4 }, comments });
  await ask('PUT', path.answers, { rev: 2, ratings: Object.fromEntries(others.map((code) => [code, 3])) });
  await ask('POST', path.send, { rev: 2 });
}, 120_000);
afterAll(async () => {
  await product.stop();
  monitor?.stop();
  await redis?.kill();
});

async function ask<Result>(method: string, url: string, body?: unknown): Promise<Result> {
  const response = await fetch(new URL(url, product.address), {
    method,
    headers: { authorization: `Bearer ${token}`, 'x-facet': '1', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Result;
}

test('the search itself finds what is there', async () => {
  expect(await filesWith(product.data, 'Larkmead Academy')).not.toEqual([]);
  for (const form of spellings(canary)) expect(form.length).toBeGreaterThan(20);
  const shifted = Buffer.from(`ab${canary} and more`).toString('base64');
  expect(spellings(canary).some((form) => shifted.includes(form))).toBe(true);
});

test('row 44: an answer that was sent is in no file of the product while the round is open: no table, no log, no mail', async () => {
  expect(await filesWith(product.data, canary)).toEqual([]);
  for (const form of spellings(canary)) expect(product.log).not.toContain(form);
});

test('row 44: a personal token is in its own invitation and nowhere else', async () => {
  const files = await filesWith(product.data, token);
  const mails = await product.mails(rater);
  expect(files.every((file) => file.startsWith('mailbox/'))).toBe(true);
  expect(files).toHaveLength(mails.filter((mail) => mail.text?.includes(token)).length);
  for (const form of spellings(token)) expect(product.log).not.toContain(form);
});

test('nobody else was written to because somebody answered', async () => {
  const database = (await findEmbeddedPostgres(product.data)) ?? '';
  const mailRows = async (): Promise<string> =>
    (await dump(database))
      .split(/\n(?=\w+\.\w+$)/m)
      .filter((table) => table.startsWith('post.'))
      .join();
  const before = await mailRows();
  expect(before).toContain('invitation');
  await ask('PUT', path.answers, { rev: 3, comments: { '2': { seen: `${canary} again` } } });
  await ask('POST', path.send, { rev: 3 });
  expect(await mailRows()).toBe(before);
});

(redis ? test : test.skip)('whatever passed through the queue on Redis held neither answer nor token nor address', () => {
  const log = monitor?.log ?? '';
  expect(log).toContain('mailIds');
  for (const secret of [canary, token, rater]) for (const form of spellings(secret)) expect(log).not.toContain(form);
});
