import { readFile } from 'node:fs/promises';
import { accessibilityFaults, signIn } from './people';
import { expect, test } from './stack';

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
  await expect(leader.getByRole('button', { name: /Release/ })).toHaveCount(0);
  await leader.close();
});
