import type { Page } from '@playwright/test';
import { codeIn, expect, test } from '@facet/testing-browser';

/** What has the focus: its role or tag and its name as it is read out, or null where it is lost to the page as a whole. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return null;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : [];
    const name = at.getAttribute('aria-label') ?? (labels.map(({ textContent }) => textContent).join(' ') || at.textContent);
    return `${at.tagName.toLowerCase()} ${name.replaceAll(/\s+/g, ' ').trim()}`.slice(0, 80);
  });

/** Something round it is drawn for whoever looks where the focus is, and it is in sight. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const { top, bottom } = at.getBoundingClientRect();
    const drawn = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    return drawn && bottom > 0 && top < innerHeight;
  });

/** Tab by tab to what is called so; every stop on the way must be somewhere, and be seen. */
async function tabTo(page: Page, wanted: RegExp, most: number): Promise<void> {
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === null) continue; // once round, through the browser's own controls
    expect(await isSeen(page), `the focus is seen on “${at}”`).toBe(true);
    if (wanted.test(at)) return;
  }
  throw new Error(`${most} stops do not lead to ${wanted.source}; the focus is on ${String(await focused(page))}`);
}

/** Where the focus goes after a step: somewhere, and there. */
const focusIsOn = (page: Page, wanted: RegExp): Promise<void> =>
  expect.poll(() => focused(page), { message: `the focus goes to ${wanted.source}` }).toMatch(wanted);

/**
 * From the earliest day to a later one, part by part as the arrow keys move it, whichever part the browser's language puts first. A part
 * may wrap round; with the next one it is a later day.
 */
async function laterDay(page: Page): Promise<void> {
  const day = page.getByLabel('Day', { exact: true });
  const earliest = await day.inputValue();
  for (let part = 0; part < 3 && (await day.inputValue()) <= earliest; part += 1) {
    if (part > 0) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
  }
}

/** Follows a link; reading goes on at the top of the page that it leads to. */
async function open(page: Page, link: RegExp, heading: string): Promise<void> {
  await tabTo(page, link, 40);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await focusIsOn(page, /^(main|h1)/);
}

test('a coach signs in, withholds a comment, writes a note and chooses the day of release by keyboard alone', async ({ page, product }) => {
  const coach = 'ines.moreau@larkmead.example';
  const before = (await product.mails(coach)).length;
  await page.goto(new URL('/sign-in', product.address).href);
  await expect(page.getByLabel('Your email address')).toBeVisible();
  await tabTo(page, /^input Your email address/, 6);
  await page.keyboard.type(coach);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await product.mails(coach)).length).toBeGreaterThan(before);
  const mail = (await product.mails(coach)).at(-1);
  if (!mail) throw new Error('a mail that was counted is there');
  await focusIsOn(page, /^input The six digits/);
  await page.keyboard.type(codeIn(mail));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new URL('/', product.address).href);

  await focusIsOn(page, /^(main|h1)/);
  await open(page, /^a Ben Fielding/, 'The report waits for you');
  await open(page, /^a Read the report before it is released/, 'Ben Fielding');
  await tabTo(page, /^a Go to the release/, 12);
  await page.keyboard.press('Enter');
  await focusIsOn(page, /^h2 Release$/);
  await tabTo(page, /^button Release the report/, 2);
  await page.keyboard.press('Enter');
  await focusIsOn(page, /^button Not yet/);
  await page.keyboard.press('Enter');
  await focusIsOn(page, /^button Release the report/);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Ben Fielding' })).toBeVisible();
  await open(page, /^a Comments, notes and day of release/, 'Beside the report');
  await tabTo(page, /^button Withhold comment 1$/, 12);
  await page.keyboard.press('Enter');
  await focusIsOn(page, /^input Why is this withheld/);
  await page.keyboard.type('It names a pupil.');
  await page.keyboard.press('Enter');
  await focusIsOn(page, /^button Show it again/);
  await expect(page.getByText('It names a pupil.')).toBeVisible();

  await tabTo(page, /^textarea For the conversation/, 60);
  await page.keyboard.type('Begin with what colleagues thank for.');
  await expect(page.getByText('Saved. You can go on here')).toBeVisible();
  await focusIsOn(page, /^textarea/);

  await tabTo(page, /^input Day/, 6);
  await laterDay(page);
  await tabTo(page, /^button Release it on that day/, 12);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/You chose/)).toBeVisible();
  await focusIsOn(page, /^button Release it on that day/);

  await page.reload();
  await expect(page.getByRole('textbox', { name: /^For the conversation/ })).toHaveValue('Begin with what colleagues thank for.');
  await expect(page.getByText('It names a pupil.')).toBeVisible();
});
