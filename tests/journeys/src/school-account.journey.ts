import { type Page, test as base } from '@playwright/test';
import { freePort } from '@facet/platform';
import { accessibilityFaults, expect, signIn } from '@facet/testing-browser';
import { Product, TestProvider } from '@facet/testing-product';

const ada = 'ada.okafor@larkmead.example';

/** The demo school, and a real provider of identities that knows Facet. */
const test = base.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const port = String(await freePort());
      const provider = await TestProvider.start(`http://localhost:${port}/sign-in/return`);
      const product = await Product.start({
        ...{ PORT: port, OIDC_ISSUER: provider.issuer.origin, OIDC_CLIENT_ID: 'facet', OIDC_LABEL: 'your Larkmead account' },
      });
      await use(product);
      await product.stop();
      await provider.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** The provider's own pages: who somebody is, and that Facet may know it. */
async function throughProvider(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a leader connects the account that the school gives her, and signs in with it from then on', async ({ browser, product }) => {
  const arrives = async (): Promise<Page> => (await browser.newContext({ baseURL: product.address })).newPage();
  const first = await arrives();
  await signIn(first, product, ada);
  await first.getByRole('link', { name: /^Your account/ }).click();
  await first.getByRole('button', { name: 'Connect' }).click();
  await throughProvider(first, 'a.okafor');
  await expect(first).toHaveURL(new URL('/account', product.address).href);
  await expect(first.getByText('Connected on')).toBeVisible();
  expect(await accessibilityFaults(first)).toEqual([]);

  const second = await arrives();
  await second.goto('/sign-in?next=%2Flaunch');
  const mails = (await product.mails(ada)).length;
  await second.getByRole('button', { name: 'Sign in with your Larkmead account' }).click();
  await throughProvider(second, 'a.okafor');
  await expect(second).toHaveURL(new URL('/launch', product.address).href);
  await expect(second.getByText(ada)).toBeVisible();
  expect(await product.mails(ada)).toHaveLength(mails);

  const stranger = await arrives();
  await stranger.goto('/sign-in');
  expect(await accessibilityFaults(stranger)).toEqual([]);
  await stranger.getByRole('button', { name: 'Sign in with your Larkmead account' }).click();
  await throughProvider(stranger, ada);
  await expect(stranger.getByText('We do not know yet whose account this is.')).toBeVisible();
  expect(await accessibilityFaults(stranger)).toEqual([]);
  await stranger.getByRole('link', { name: 'Sign in with a code' }).click();
  await expect(stranger).toHaveURL(new URL('/sign-in?next=%2Faccount', product.address).href);

  await first.getByRole('button', { name: 'Disconnect' }).click();
  await expect(first.getByText('Disconnected.')).toBeFocused();
});
