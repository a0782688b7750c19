import { test as base } from '@playwright/test';
import { Product } from '@facet/testing-product';

/** One running product with its demo school for all journeys of a file. */
export const test = base.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await Product.start();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';
export { codeIn, linkIn } from '@facet/testing-product';
