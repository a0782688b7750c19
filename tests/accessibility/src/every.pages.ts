import type { BrowserContext } from '@playwright/test';
import { expect, signIn, test as base } from '@facet/testing-browser';
import { pagesOfTheApplication } from './pages-of-the-application';
import { pagesOfTheSurvey } from './pages-of-the-survey';
import { routesOfTheApplication } from './routes-of-the-application';
import { faultsEverywhere } from './shown-page';

type Signed = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Everybody signs in once; each test begins in a fresh tab of theirs. */
const test = base.extend<object, { signed: Map<string, Signed> }>({
  signed: [async ({}, use) => use(new Map()), { scope: 'worker' }],
});

test('every route of the application stands in the list of pages, and no other', () => {
  expect([...new Set(pagesOfTheApplication.map(({ route }) => route))].toSorted()).toEqual(routesOfTheApplication());
});

for (const { route, state, as, open } of [...pagesOfTheApplication, ...pagesOfTheSurvey])
  test(`${route} ${state}: no fault at 360 and 1440 px, light and dark`, async ({ browser, product, signed }) => {
    let known = as === null ? undefined : signed.get(as);
    const context = await browser.newContext({ baseURL: product.address, ...(known ? { storageState: known } : {}) });
    const page = await context.newPage();
    if (as !== null && !known) {
      await signIn(page, product, as);
      known = await context.storageState();
      signed.set(as, known);
    }
    await open(page, product);
    expect(await faultsEverywhere(page, `${route} ${state}`)).toEqual([]);
    await context.close();
  });
