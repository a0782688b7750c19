import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, wholePage } from '@facet/testing-browser';
import type { Product } from '@facet/testing-product';

/** One page in one state, and how to come to it. */
export interface ShownPage {
  /** The address as the route table writes it, or a page of the survey. */
  readonly route: string;
  /** "as it is", "empty", "refused", "not reached" … */
  readonly state: string;
  /** Who looks at it: an address of the demo school, or nobody. */
  readonly as: string | null;
  /** From a fresh tab, signed in, to the page as it should be judged. */
  readonly open: (page: Page, product: Product) => Promise<void>;
}

const sizes = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];
const schemes = ['light', 'dark'] as const;

/** What is wrong with the page as it stands, at each width in each colour scheme. */
export async function faultsEverywhere(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const size of sizes)
    for (const colorScheme of schemes) {
      await page.setViewportSize(size);
      // Colours are judged where they come to rest.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = [...(await accessibilityFaults(page)), ...(await layoutFaults(page))];
      faults.push(...found.map((fault) => `${size.width} px, ${colorScheme}: ${fault}`));
      await keepPicture(page, `${name}-${size.width}-${colorScheme}`);
    }
  return [...faults, ...(await faultsWithHelp(page))];
}

/** With what a person may have set up for themselves: 400 % zoom of a screen 1280 px wide, forced colours, no motion. */
async function faultsWithHelp(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
  // The system chooses forced colours; axe still measures those that they replace.
  const forced = await accessibilityFaults(page, ['color-contrast']);
  const moving = await page.evaluate(() => document.getAnimations().filter((motion) => motion.playState === 'running').length);
  await page.setViewportSize({ width: 320, height: 256 });
  const enlarged = await layoutFaults(page);
  return [
    ...forced.map((fault) => `forced colours: ${fault}`),
    ...enlarged.map((fault) => `400 % zoom: ${fault}`),
    ...(moving === 0 ? [] : [`reduced motion: ${moving} things still move`]),
  ];
}

/** What no rule of axe looks at: a page that must be pushed sideways, and a page without exactly one first heading. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility()).length;
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth);
    const names = beyond.map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`).join(' ');
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px wider than the screen: ${names}`] : []),
      ...(headings === 1 ? [] : [`${headings} headings of the first rank`]),
    ];
  });
}

/** With `FACET_PICTURES=<folder>` every page is also kept as a picture, for whoever wants to look. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['FACET_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`, fullPage: true });
}

/** Nothing is fetched any more, but for what is folded away, and the page is whole and has its heading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('kit-waiting:not(details:not([open]) *)')).toHaveCount(0);
  await wholePage(page);
}
