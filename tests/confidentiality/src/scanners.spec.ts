import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chromium } from '@playwright/test';
import { path } from '@facet/contract';
import { findEmbeddedPostgres } from '@facet/platform';
import { dump } from '@facet/testing';
import { codeIn, linkIn, Product, tokenIn } from '@facet/testing-product';

// Mail gateways open every link of a mail before its reader does: some only ask for the head, some run the page's scripts.
let product: Product;
let database: string;
let link: string;
let token: string;

beforeAll(async () => {
  product = await Product.start();
  database = (await findEmbeddedPostgres(product.data)) ?? '';
  const mail = await product.mail('kim.vale@larkmead.example', /Carys Bowen/);
  [link, token] = [linkIn(mail), tokenIn(mail)];
}, 120_000);
afterAll(() => product.stop());

/** Everything of people, answers, mail and sign-in, but for what the clock writes by itself: groups' words, and when it looked at a round. */
const kept = async (): Promise<string> => {
  const tables = (await dump(database)).split(/\n(?=\w+\.\w+$)/m);
  return tables.filter((table) => /^(people|answers|post|access)\.(?!group_progress|reminder_look)/.test(table)).join('\n');
};

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];
const launchOptions = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet,
};

test('the comparison itself sees a change', async () => {
  const before = await kept();
  expect(before).toContain('people.invitation');
  await fetch(new URL(path.answers, product.address), {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'x-facet': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ rev: 1, ratings: { '1.1': 3 } }),
  });
  expect(await kept()).not.toBe(before);
});

test('rows 45, 50: HEAD and GET of every spelling of a link change nothing', async () => {
  const before = await kept();
  const pages = [`/s#${token}`, `/s%23${token}`, `/s%2523${token}`, '/s', '/sign-in', '/'];
  const headers = { authorization: `Bearer ${token}` };
  for (const page of pages)
    for (const method of ['HEAD', 'GET', 'GET'])
      expect((await fetch(new URL(page, product.address), { method, headers })).status).toBe(200);
  for (const method of ['HEAD', 'GET']) expect((await fetch(new URL(path.survey, product.address), { method, headers })).status).toBe(200);
  expect(await kept()).toBe(before);
});

test('rows 45, 50: a browser that runs scripts and follows every link, but presses nothing, changes nothing and signs nobody in', async () => {
  const asked = await fetch(new URL(path.signIn, product.address), {
    method: 'POST',
    headers: { 'x-facet': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ines.moreau@larkmead.example' }),
  });
  expect(asked.status).toBe(204);
  const code = codeIn(await product.mail('ines.moreau@larkmead.example', /sign|code/i));
  const before = await kept();
  const browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext();
    for (const start of [link, new URL(`/sign-in#${code}`, product.address).href]) {
      const page = await context.newPage();
      await page.goto(start, { waitUntil: 'networkidle' });
      const targets = await page.locator('a[href]').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
      for (const target of targets.filter((href) => href.startsWith(product.address)))
        await page.goto(target, { waitUntil: 'networkidle' });
      await page.close();
    }
    expect(await context.cookies()).toEqual([]);
  } finally {
    await browser.close();
  }
  expect(await kept()).toBe(before);
});
