import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { forDisplay } from '@facet/charts';
import { type CellView, of, path, ReportView, type ScoreView } from '@facet/contract';
import { expect, signIn, test, wholePage } from '@facet/testing-browser';
import { sheetsOf, tablesIn } from './pdf-table';

/** One figure as it is printed: of which quality or behaviour, whose, and the digits with the number of raters where it is said. */
const figure = (code: string, group: string, value: string, raters: string | number | null | undefined): string =>
  `${code} | ${group} | ${value.replace('−', '-').replace('+', '')}${raters ? ` n ${raters}` : ''}`;

/** Tables whose first row names the groups; a cell without digits is a reason and no figure. */
function figuresOf(rows: readonly (readonly string[])[]): string[] {
  let groups: readonly string[] = [];
  return rows.flatMap((cells) => {
    const [first = '', ...rest] = cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
    const [code] = /^\d+(\.\d+)?(?= )/.exec(first) ?? [];
    if (code === undefined) groups = rest;
    return rest.flatMap((cell, at) => {
      const [, value, raters] = (code !== undefined && /^([+−-]?\d+\.\d+)(?: ?n ?(\d+))?/.exec(cell)) || [];
      return code === undefined || value === undefined ? [] : [figure(code, groups[at] ?? '', value, raters)];
    });
  });
}

/**
 * The page writes what a row is about above its figures: both together are the row. What is folded away shows figures a second time, in
 * another picture.
 */
const onScreen = async (page: Page, folded: boolean): Promise<string[]> =>
  figuresOf(
    await page
      .locator('table')
      .evaluateAll(
        (tables, wanted) =>
          tables
            .filter((table) => (table.closest('facet-another-way') !== null) === wanted)
            .flatMap((table) => [
              ['', ...[...table.querySelectorAll('thead th')].map(({ textContent }) => textContent)],
              ...[...table.querySelectorAll('tbody')].map((body) =>
                [...body.querySelectorAll('th, td')].map(({ textContent }) => textContent),
              ),
            ]),
        folded,
      ),
  );

const inCsv = (csv: string): string[] =>
  parse(csv, { bom: true, columns: true })
    .map((line) => line as Record<string, string>)
    .filter(({ Value }) => Value !== '')
    .map(({ Quality = '', Behaviour = '', Who = '', Value = '', Raters }) =>
      figure(Behaviour || Quality, Who.replace(/^Gap:.*/, 'Gap'), Value, Raters),
    );

function inApi({ groups, qualities }: ReportView): string[] {
  const shown = (code: string, group: string, value: number | null, raters?: number): string[] =>
    value === null ? [] : [figure(code, group, forDisplay(value, 2), raters)];
  const cell = (code: string, group: string, view: CellView | ScoreView | undefined): string[] =>
    view === undefined || 'withheld' in view ? [] : shown(code, group, view.mean, 'n' in view ? view.n : undefined);
  return qualities.flatMap((quality) => [
    ...shown(quality.code, 'Self', quality.self),
    ...quality.lineManagers.flatMap(({ name, mean }) => shown(quality.code, `${name} (line manager)`, mean)),
    ...groups.flatMap(({ label }, at) => cell(quality.code, label, quality.groups[at])),
    ...cell(quality.code, 'All others', quality.allOthers),
    ...shown(quality.code, 'Gap', quality.gap),
    ...quality.behaviours.flatMap((behaviour) => [
      ...shown(behaviour.code, 'Self', behaviour.self),
      ...behaviour.lineManagers.flatMap(({ name, rating }) => shown(behaviour.code, `${name} (line manager)`, rating)),
      ...groups.flatMap(({ label }, at) => cell(behaviour.code, label, behaviour.groups[at])),
      ...cell(behaviour.code, 'All others', behaviour.allOthers),
      ...shown(behaviour.code, 'Gap', behaviour.gap),
    ]),
  ]);
}

test('row 76: page, PDF, CSV and API of a released report hold the very same figures', async ({ page, product }) => {
  await signIn(page, product, 'ada.okafor@larkmead.example');
  await page.locator('a[href^="/rounds/"]').first().click();
  await page.getByRole('link', { name: 'Read the report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Okafor' })).toBeVisible();
  await wholePage(page);
  const [, round = ''] = /rounds\/([^/]+)\/report/.exec(page.url()) ?? [];
  const get = (address: string) => page.request.get(new URL(of(address, round), product.address).href);

  const api = inApi(ReportView.parse(await (await get(path.report)).json())).sort();
  expect(api.length).toBeGreaterThan(150);
  expect((await onScreen(page, false)).sort()).toEqual(api);
  const again = await onScreen(page, true);
  expect(again.length).toBeGreaterThan(100);
  expect(again.filter((one) => !api.includes(one))).toEqual([]);
  expect(inCsv(await (await get(path.reportCsv)).text()).sort()).toEqual(api);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as PDF' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^Report of Ada Okafor, \d+ \w+ \d+\.pdf$/);
  const pdf = await readFile(await download.path());
  expect(figuresOf(await tablesIn(pdf)).sort()).toEqual(api);

  expect(await sheetsOf(pdf), 'a report of thirty behaviours stands on less than twelve sheets').toBeLessThan(12);
  const margins = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };
  expect(await sheetsOf(await page.pdf({ format: 'A4', margin: margins })), 'and printed from the browser on hardly more').toBeLessThan(17);
});
