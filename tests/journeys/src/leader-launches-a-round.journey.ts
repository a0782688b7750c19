import { accessibilityFaults, expect, linkIn, signIn, test } from '@facet/testing-browser';

const colleagues = [
  'Mary Hollis <mary.hollis@larkmead.example>, line manager',
  'Sam Hill <sam.hill@larkmead.example>, peer',
  'Jo Brook <jo.brook@larkmead.example>, peer',
  'Kim Vale <kim.vale@larkmead.example>, peer',
  'Lee Marsh <lee.marsh@larkmead.example>, peer',
  'Alia Khan <alia.khan@larkmead.example>, direct report',
  'Bea Stone <bea.stone@larkmead.example>, direct report',
  'Cal Reed <cal.reed@larkmead.example>, direct report',
  'Rowan Pike <rowan.pike@larkmead.example>, governor',
];
const invited = colleagues.map((line) => /<(.+)>/.exec(line)?.[1] ?? '');

test('a leader launches a round', async ({ page, browser, product }) => {
  await signIn(page, product, 'dev.patel@larkmead.example');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Launch a round' }).click();

  const box = page.getByLabel('Your colleagues', { exact: true });
  const wrong = [...colleagues, 'no address here, peer'].join('\n');
  await box.fill(wrong);
  await expect(page.getByText('9 colleagues read. 1 line needs attention.').first()).toBeVisible();
  await expect(box, 'what was typed stays').toHaveValue(wrong);
  await box.fill(colleagues.join('\n'));

  await page
    .getByRole('group', { name: /Direct reports/ })
    .getByRole('radio', { name: /Stay a group of their own/ })
    .check();
  await page
    .getByRole('group', { name: /Governors and partners/ })
    .getByRole('radio', { name: 'Answer together with peers' })
    .check();
  await page.getByLabel('Coach', { exact: true }).selectOption({ label: 'Ines Moreau, ines.moreau@larkmead.example' });
  await expect(page.getByText('Subject:')).toBeVisible();
  await expect(page.getByText('Your view of Dev Patel’s leadership: about 8 minutes')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Launch the round' }).dblclick();
  await expect(page).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/);
  expect(await accessibilityFaults(page)).toEqual([]);

  const own = await product.mail('dev.patel@larkmead.example', /Your own view/);
  expect(linkIn(own)).toContain('/s#');
  const mailsAbout = async (to: string): Promise<number> =>
    (await product.mails(to)).filter(({ subject }) => subject?.includes('Dev Patel')).length;
  for (const address of invited) expect(await mailsAbout(address), `${address} before the coach has checked`).toBe(0);

  const coach = await (await browser.newContext()).newPage();
  await signIn(coach, product, 'ines.moreau@larkmead.example');
  await coach.getByRole('link', { name: 'Dev Patel' }).click();
  for (const address of invited) await expect(coach.getByText(address)).toBeVisible();
  expect(await accessibilityFaults(coach)).toEqual([]);
  await coach.getByRole('button', { name: /confirm/i }).click();
  for (const address of invited) await expect.poll(() => mailsAbout(address)).toBe(1);
  await coach.close();

  await page.goto(new URL('/launch', product.address).href);
  await expect(page.getByRole('link', { name: /round/i }).first()).toBeVisible();
});

test('the server stops and starts in the middle of filling in, and nothing typed is lost', async ({ page, browser, product }) => {
  await signIn(page, product, 'ada.okafor@larkmead.example');
  await page.goto(new URL('/launch', product.address).href);
  const box = page.getByLabel('Your colleagues');
  await box.fill(colleagues[0] ?? '');
  await expect(page.getByText('Saved. You can go on here or on any other device.')).toBeVisible();

  await product.pause();
  await box.fill(colleagues.slice(0, 5).join('\n'));
  await page.getByLabel('A word of your own (optional)').fill('I would value your honest view.');
  await expect(page.getByText('Not saved yet: we will try again.')).toBeVisible();
  await product.resume();
  await expect(page.getByText('Saved. You can go on here or on any other device.')).toBeVisible();

  // Closed while the server is away: the browser has it.
  await product.pause();
  await box.fill(colleagues.join('\n'));
  await expect(page.getByText('Not saved yet: we will try again.')).toBeVisible();
  await page.goto('about:blank');
  await product.resume();
  await page.goto(new URL('/launch', product.address).href);
  await expect(page.getByLabel('Your colleagues')).toHaveValue(colleagues.join('\n'));
  await expect(page.getByText('Saved. You can go on here or on any other device.')).toBeVisible();

  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, product, 'ada.okafor@larkmead.example');
  await elsewhere.goto(new URL('/launch', product.address).href);
  await expect(elsewhere.getByLabel('Your colleagues')).toHaveValue(colleagues.join('\n'));
  await expect(elsewhere.getByLabel('A word of your own (optional)')).toHaveValue('I would value your honest view.');
  await elsewhere.close();
});
