import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, signIn, test, wholePage } from '@facet/testing-browser';

/** Every number and word of the report's message and tables, as they are read. */
const readOn = async (page: Page): Promise<string[]> => [
  await page.getByRole('region', { name: 'The main points' }).innerText(),
  ...(await page.getByRole('table').allInnerTexts()),
];

test('a coach reads and releases', async ({ page, browser, product }) => {
  const leader = await (await browser.newContext()).newPage();
  await signIn(leader, product, 'ben.fielding@larkmead.example');

  await signIn(page, product, 'ines.moreau@larkmead.example');
  await page.getByRole('link', { name: 'Ben Fielding' }).click();
  await page.getByRole('link', { name: /report/i }).click();
  await expect(page.getByRole('heading', { name: 'Ben Fielding' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Leading with challenge, accountability and courage/ })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  const address = page.url();

  const points = page.getByRole('region', { name: 'The main points' });
  await expect(points.getByText('This report sets Ben Fielding’s own view beside that of')).toBeVisible();
  for (const list of ['Confirmed strengths', 'Blind spots', 'Hidden strengths'])
    await expect(points.getByRole('heading', { name: list })).toBeVisible();
  const blindSpot = points.getByRole('list', { name: 'Blind spots' }).getByRole('link').first();
  const behaviour = await blindSpot.innerText();
  await blindSpot.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toContainText(behaviour);
  expect(page.url(), 'a link within the page leaves the address alone').toBe(address);
  const coachReads = await readOn(page);
  expect(coachReads.join(), 'every gap has its word').toMatch(/[+−]\d\.\d\d\s+self higher/);
  await expect(page.getByText('People who are no colleagues')).toBeVisible();

  await leader.goto(address);
  await expect(leader.getByText('There is nothing here for you.')).toBeVisible();

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Download the numbers (CSV)').click()]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('1.1');
  const shown = await page.getByRole('row').filter({ hasText: '1.1' }).first().innerText();
  expect(shown).not.toBe('');

  await page.getByRole('button', { name: 'Release the report' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Release/ }).click();
  await expect(page.getByText(/released/i).first()).toBeVisible();

  await product.mail('ben.fielding@larkmead.example', /report/);
  await leader.reload();
  await expect(leader.getByRole('heading', { name: 'Ben Fielding' })).toBeVisible();
  await wholePage(leader);
  await expect(leader.getByRole('button', { name: /Release/ })).toHaveCount(0);
  expect(await readOn(leader), 'the leader reads the same message and the same numbers').toEqual(coachReads);
  await expect(leader.getByText('For you as the coach')).toHaveCount(0);
  await expect(leader.getByText('People who are no colleagues')).toHaveCount(0);
  expect(await accessibilityFaults(leader)).toEqual([]);
  await leader.close();
});
