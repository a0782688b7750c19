import { chromium, type Locator, type Page } from '@playwright/test';
import { path, type SurveyView } from '@facet/contract';
import { accessibilityFaults, expect, linkIn, test } from '@facet/testing-browser';
import { tokenIn } from '@facet/testing-product';
import { MisbehavingProxy, type Weather } from './misbehaving-proxy';

const phone = { width: 360, height: 740 };

/** The behaviours of the page, each a group of radios under its statement. */
const behaviours = (page: Page): Locator => page.getByRole('group').filter({ has: page.getByRole('radio') });

const choose = (page: Page, at: number, answer: string): Promise<void> =>
  behaviours(page).nth(at).getByRole('radio', { name: answer }).check();

test('a colleague answers 13 of 30 at 360 px, the browser is killed, and behaviour 14 has the focus in a new one', async ({
  product,
  launchOptions,
}) => {
  const link = linkIn(await product.mail('lee.marsh@larkmead.example', /Carys Bowen/));

  const phoneBrowser = await chromium.launchServer(launchOptions);
  const first = await chromium.connect(phoneBrowser.wsEndpoint());
  const page = await (await first.newContext({ viewport: phone })).newPage();
  await page.goto(link);
  await expect(page.getByText('You are answering as Lee Marsh about Carys Bowen.')).toBeVisible();
  expect(page.url(), 'the token leaves the address bar').toBe(new URL('/s', product.address).href);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start' }).click();
  for (const [at, asked] of [5, 4, 4].entries()) {
    await expect(page.getByText(`Quality ${at + 1} of 7`)).toBeVisible();
    for (let nth = 0; nth < asked; nth++) await choose(page, nth, nth === 2 ? 'Not observed' : '4 Seen in most situations');
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    if (at === 0) await page.getByLabel(/Where, when or how/).fill('In the Monday briefing.');
    await page.getByRole('button', { name: 'Next quality' }).click();
  }
  await expect(page.getByText('Quality 4 of 7')).toBeVisible();
  await phoneBrowser.kill();

  const second = await chromium.launch(launchOptions);
  const again = await (await second.newContext({ viewport: phone })).newPage();
  await again.goto(link);
  await again.getByRole('button', { name: 'Carry on where I stopped' }).click();
  await expect(again.getByText('Quality 4 of 7')).toBeVisible();
  await expect(behaviours(again).nth(0).getByRole('radio').first()).toBeFocused();

  for (const [at, asked] of [5, 3, 5, 4].entries()) {
    await expect(again.getByText(`Quality ${at + 4} of 7`)).toBeVisible();
    for (let nth = 0; nth < asked; nth++) await choose(again, nth, '3 Seen in some situations');
    await again.getByRole('button', { name: /Next quality|Look over my answers/ }).click();
  }
  expect(await accessibilityFaults(again)).toEqual([]);
  await again.getByRole('button', { name: 'Send my answers' }).click();
  await expect(again.getByRole('heading', { name: /Thank you/ })).toBeVisible();
  expect(await accessibilityFaults(again)).toEqual([]);

  await again.goto('about:blank');
  await again.goto(link);
  await expect(again.getByText(/answers are in/i)).toBeVisible();
  await second.close();
});

test('a colleague answers by keyboard alone', async ({ page, product }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(linkIn(await product.mail('dee.lowe@larkmead.example', /Carys Bowen/)));
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Quality 1 of 7')).toBeVisible();
  const first = behaviours(page).nth(0).getByRole('radio').first();
  for (let tabs = 0; tabs < 10 && !(await first.evaluate((radio) => radio === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('4');
  await expect(behaviours(page).nth(0).getByRole('radio', { name: '4 Seen in most situations' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('n');
  await expect(behaviours(page).nth(1).getByRole('radio', { name: 'Not observed' })).toBeChecked();
});

interface Told {
  /** The reply to a save, as the page meets it. */
  readonly reply: Weather | '409';
  /** What the page says while it lasts, and whether a fresh read finds the answer then. */
  readonly meanwhile: RegExp;
  readonly stored: boolean;
}

// Saved, or not: what the page says is never more than what a fresh read returns, and in the end it is the same.
const table: readonly Told[] = [
  { reply: 'fine', meanwhile: /^Saved$/, stored: true },
  { reply: '409', meanwhile: /^Not everything is saved yet$/, stored: false },
  { reply: '500', meanwhile: /^Not saved yet/, stored: false },
  { reply: 'lost on the way there', meanwhile: /^Not saved yet/, stored: false },
  { reply: 'lost on the way back', meanwhile: /^Not saved yet/, stored: true },
  { reply: 'late', meanwhile: /^Not saved yet/, stored: true },
];

test.describe('rows 31, 33, 34: the word that is shown is what a fresh read returns', () => {
  for (const [at, { reply, meanwhile, stored }] of table.entries())
    test(`when the reply to a save is: ${reply}`, async ({ page, product }) => {
      const proxy = await MisbehavingProxy.before(product.address);
      const code = tokenIn(await product.mail('kim.vale@larkmead.example', /Carys Bowen/));
      const headers = { authorization: `Bearer ${code}`, 'x-facet': '1' };
      const read = async () =>
        (await (await page.request.get(new URL(path.survey, product.address).href, { headers })).json()) as SurveyView;
      const before = await read();
      const behaviour = before.framework.qualities.flatMap(({ behaviours: all }) => all)[at]?.code ?? '';
      const rating = async () => (await read()).sheet.ratings[behaviour];
      const word = page.locator('.status');
      try {
        await page.clock.install();
        await page.goto(`${proxy.address}/s#${code}`);
        await page.getByRole('button', { name: /Start|Carry on/ }).click();
        if (reply === '409') {
          const data = { rev: before.rev + 1, ratings: { [behaviour]: 2 } };
          await page.request.put(new URL(path.answers, product.address).href, { headers, data });
        } else proxy.weather = reply;
        const radio = page.locator(`[id="${behaviour}"]`).getByRole('radio', { name: /^5 / });
        await radio.check();
        if (reply === 'late') {
          await expect.poll(() => proxy.held).toBe(1);
          await expect(word).toHaveText('Saving…');
          await page.clock.fastForward(30_000);
        }
        await expect(word).toHaveText(meanwhile);
        expect((await rating()) === 5).toBe(stored);

        proxy.weather = 'fine';
        proxy.letGo();
        if (reply === '409') {
          await expect(page.getByRole('alert').filter({ hasText: 'Seen a little' })).toContainText('Seen consistently');
          await page.getByRole('button', { name: 'Keep what is on this page' }).click();
        }
        await page.clock.fastForward(60_000);
        await expect(word).toHaveText('Saved');
        expect(await rating()).toBe(5);
        expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('facet.unsaved')))).toEqual([]);
      } finally {
        await proxy.close();
      }
    });
});
