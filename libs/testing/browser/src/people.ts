import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { codeIn, type Product } from '@facet/testing-product';
import { expect } from './stack';

/** Signs in as a person does: address, mail, six digits, press. */
export async function signIn(page: Page, product: Product, email: string): Promise<void> {
  const before = (await product.mails(email)).length;
  await page.goto(new URL('/sign-in', product.address).href);
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect.poll(async () => (await product.mails(email)).length).toBeGreaterThan(before);
  const mail = (await product.mails(email)).at(-1);
  if (!mail) throw new Error('a mail that was counted is there');
  await page.getByLabel('The six digits from the mail').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new URL('/', product.address).href);
}

/** A page that is put together part by part says so until the last part is there. */
export async function wholePage(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What axe holds against the whole page, WCAG 2.2 A and AA included; each as one line. */
export async function accessibilityFaults(page: Page, without: readonly string[] = []): Promise<string[]> {
  await wholePage(page);
  const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
