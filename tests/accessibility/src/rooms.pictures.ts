import { expect, linkIn, signIn, test } from '@facet/testing-browser';
import { settled } from './shown-page';

/** Small enough for a README: one screen each, as a JPEG of the demo school. */
const kept = (name: string) => ({ path: `docs/pictures/${name}.jpg`, type: 'jpeg', quality: 72 }) as const;

test('the colleague’s room', async ({ page, product }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.goto(linkIn(await product.mail('kim.vale@larkmead.example', /Carys Bowen/)));
  await settled(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('radio', { name: /^4/ }).first().check();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  // The survey shows the system's letters until its own are there.
  await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(1);
  await page.screenshot(kept('colleague'));
});

test('the leader’s room', async ({ page, product }) => {
  await page.setViewportSize({ width: 1180, height: 780 });
  await signIn(page, product, 'carys.bowen@larkmead.example');
  await page.getByRole('article').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Answers so far' })).toBeVisible();
  await page.screenshot(kept('leader'));
});

test('the coach’s room', async ({ page, product }) => {
  await page.setViewportSize({ width: 1180, height: 1180 });
  await signIn(page, product, 'ines.moreau@larkmead.example');
  await page.getByRole('article').filter({ hasText: 'Ben Fielding' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Read the report before it is released' }).click();
  await expect(page.getByRole('heading', { name: 'Confirmed strengths' })).toBeVisible();
  await page.screenshot(kept('coach'));
});
