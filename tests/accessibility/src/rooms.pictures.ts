import { linkIn, signIn, test } from '@facet/testing-browser';
import { settled } from './shown-page';

/** Small enough for a README: one screen each, as a JPEG of the demo school. */
const kept = (name: string) => ({ path: `docs/pictures/${name}.jpg`, type: 'jpeg', quality: 72 }) as const;

test('the colleague’s room', async ({ page, product }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.goto(linkIn(await product.mail('kim.vale@larkmead.example', /Carys Bowen/)));
  await settled(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('radio', { name: /^4/ }).first().check();
  await page.screenshot(kept('colleague'));
});

test('the leader’s room', async ({ page, product }) => {
  await page.setViewportSize({ width: 1180, height: 780 });
  await signIn(page, product, 'carys.bowen@larkmead.example');
  await page.getByRole('article').getByRole('link').first().click();
  await settled(page);
  await page.screenshot(kept('leader'));
});

test('the coach’s room', async ({ page, product }) => {
  await page.setViewportSize({ width: 1180, height: 1560 });
  await signIn(page, product, 'ines.moreau@larkmead.example');
  await page.getByRole('article').filter({ hasText: 'Ben Fielding' }).getByRole('link').first().click();
  await settled(page);
  await page
    .getByRole('link', { name: /report/i })
    .first()
    .click();
  await settled(page);
  await page.screenshot(kept('coach'));
});
