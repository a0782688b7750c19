import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from '@facet/testing-browser';
import writeXlsxFile from 'write-excel-file/node';
import { CHOOSING_A_FILE, countStrokes } from './strokes';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Besides names and addresses for nine colleagues. */
const MOST_STROKES = 45;

const people = ['Mary Hollis', 'Sam Hill', 'Jo Brook', 'Kim Vale', 'Lee Marsh', 'Alia Khan', 'Bea Stone', 'Cal Reed', 'Rowan Pike'];
const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@larkmead.example`;
/** A line manager, four peers, three direct reports, a governor: nobody's group is in the list that is brought. */
const digits = '122223334';

/** From the first page to the launched round, by keys and taps; `bring` brings names and addresses. */
async function launch(page: Page, bring: () => Promise<number>): Promise<number> {
  const strokes = await countStrokes(page);
  await page.getByRole('link', { name: 'Launch a round', exact: true }).click();
  const unseen = await bring();
  await expect(page.getByText('9 colleagues read. 9 lines need attention.')).toBeVisible();
  await page
    .getByRole('group', { name: `Group of ${people[0] ?? ''}` })
    .getByText('Line manager')
    .click();
  await page.keyboard.press('Tab');
  for (const digit of digits.slice(1)) await page.keyboard.press(digit);
  await expect(page.getByText('9 colleagues read.', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: /Stay a group of their own/ }).press('Space');
  await page
    .getByRole('group', { name: /Governors and partners: invite/ })
    .getByRole('radio', { name: 'Answer together with peers' })
    .press('Space');
  await page.getByLabel('Coach', { exact: true }).focus();
  await page.keyboard.press('I');
  await page.getByRole('button', { name: 'Launch the round' }).click();
  await expect(page).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/);
  await expect(page.getByText('rowan.pike@larkmead.example')).toBeVisible();
  return unseen + (await strokes());
}

/** So that the same leader can launch the next one. */
async function cancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel the round' }).first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Cancel/ })
    .first()
    .click();
  await expect(page.getByText('The round is cancelled.')).toBeVisible();
  await page.getByRole('link', { name: 'Facet' }).click();
}

test(`a leader who brings nine names and addresses launches with at most ${MOST_STROKES} keys and taps: pasted, from CSV, from a workbook`, async ({
  page,
  product,
}) => {
  await signIn(page, product, 'ada.okafor@larkmead.example');
  const chooseFile = async (path: string): Promise<number> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Or add a CSV file or a workbook:').click();
    await (await chooser).setFiles(path);
    return CHOOSING_A_FILE;
  };
  const strokes = {
    pasted: await launch(page, async () => {
      await page.getByLabel('Your colleagues').click();
      await page.evaluate((text) => navigator.clipboard.writeText(text), people.map((name) => `${name} <${addressOf(name)}>`).join('\n'));
      await page.keyboard.press('ControlOrMeta+V');
      return 0;
    }),
    csv: 0,
    workbook: 0,
  };
  await cancel(page);

  const csv = join(product.data, 'colleagues.csv');
  await writeFile(csv, `\uFEFFName;E-mail\r\n${people.map((name) => `"${name}";${addressOf(name)}`).join('\r\n')}`);
  strokes.csv = await launch(page, () => chooseFile(csv));
  await cancel(page);

  const workbook = join(product.data, 'colleagues.xlsx');
  const rows = [['Name', 'Email', 'Room'], ...people.map((name) => [name, addressOf(name), '12'])];
  await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toFile(workbook);
  strokes.workbook = await launch(page, () => chooseFile(workbook));
  await cancel(page);

  test.info().annotations.push({ type: 'strokes', description: JSON.stringify(strokes) });
  for (const [how, count] of Object.entries(strokes)) expect(count, how).toBeLessThanOrEqual(MOST_STROKES);
});
