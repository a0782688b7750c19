import type { Page } from '@playwright/test';
import { expect, linkIn } from '@facet/testing-browser';
import type { Product } from '@facet/testing-product';
import { settled, type ShownPage } from './shown-page';

const linkOf = async (product: Product, name: string): Promise<string> =>
  linkIn(await product.mail(`${name}@larkmead.example`, /leadership: about/));

const welcome = async (page: Page, product: Product, name = 'kim.vale'): Promise<void> => {
  await page.goto(await linkOf(product, name));
  await settled(page);
};

const questions = async (page: Page, product: Product): Promise<void> => {
  await welcome(page, product);
  await page.getByRole('button', { name: /^(Start|Carry on)/ }).click();
  await expect(page.getByText(/^Quality \d of 7/)).toBeVisible();
};

/** From any page of questions to the last look, answering on the way where this is asked for. */
const review = async (page: Page, product: Product, answering = false): Promise<void> => {
  await questions(page, product);
  for (let quality = Number(/\d/.exec(await page.getByText(/^Quality \d of 7/).innerText())?.[0]); quality <= 7; quality++) {
    await expect(page.getByText(`Quality ${quality} of 7`)).toBeVisible();
    if (answering) for (const radio of await page.getByRole('radio', { name: /^4/ }).all()) await radio.check();
    await page.getByRole('button', { name: /^(Next quality|Look over my answers)$/ }).click();
  }
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Quality/);
};

/** In the order in which one colleague comes past them: the last ones change what the first would show. */
export const pagesOfTheSurvey: readonly ShownPage[] = [
  {
    route: '/s',
    state: 'without a link',
    as: null,
    open: async (page) => {
      await page.goto('/s');
      await settled(page);
    },
  },
  {
    route: '/s',
    state: 'with a code that opens nothing',
    as: null,
    open: async (page) => {
      await page.goto('/s#00000000000000000000000000');
      await settled(page);
    },
  },
  { route: '/s', state: 'welcome', as: null, open: welcome },
  { route: '/s', state: 'welcome of the leader', as: null, open: (page, product) => welcome(page, product, 'carys.bowen') },
  { route: '/s', state: 'a quality', as: null, open: questions },
  {
    route: '/s',
    state: 'a comment that is too long',
    as: null,
    open: async (page, product) => {
      await questions(page, product);
      await page.getByRole('textbox').first().fill('too long '.repeat(1_200));
      await page.getByRole('textbox').first().blur();
      await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
    },
  },
  { route: '/s', state: 'the last look, nothing answered', as: null, open: (page, product) => review(page, product) },
  {
    route: '/s',
    state: 'not reached',
    as: null,
    open: async (page, product) => {
      await questions(page, product);
      await page.route('**/api/**', (route) => route.abort());
      await page.getByRole('radio').first().check();
      await expect(page.getByText(/Not saved/).first()).toBeVisible();
    },
  },
  {
    route: '/s',
    state: 'sent',
    as: null,
    open: async (page, product) => {
      await review(page, product, true);
      await page.getByRole('button', { name: 'Send my answers' }).click();
      await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible();
    },
  },
  {
    route: '/s',
    state: 'declining',
    as: null,
    open: async (page, product) => {
      await welcome(page, product, 'lee.marsh');
      await page.getByRole('button', { name: 'I would rather not answer' }).click();
      await expect(page.getByRole('textbox')).toBeVisible();
    },
  },
];
