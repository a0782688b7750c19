import { codeIn, expect, test as base } from '@facet/testing-browser';
import type { Product } from '@facet/testing-product';
import { Keyboard } from './keyboard';

/** A school of its own: who is reminded here must not count elsewhere. A fixture of the worker's gives the file a worker, and that a product. */
const test = base.extend<object, { apart: boolean }>({ apart: [true, { scope: 'worker', option: true }] });

const colleagues = [
  ...['Mary Hollis <mary.hollis@larkmead.example>, line manager', 'Sam Hill <sam.hill@larkmead.example>, peer'],
  ...['Jo Brook', 'Kim Vale', 'Lee Marsh'].map((name) => `${name} <${addressOf(name)}>, peer`),
  ...['Alia Khan', 'Bea Stone', 'Cal Reed', 'Rowan Pike'].map((name) => `${name} <${addressOf(name)}>, direct report`),
].join('\n');

function addressOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@larkmead.example`;
}

async function signIn(keys: Keyboard, product: Product, leader: string): Promise<void> {
  const { page } = keys;
  await page.goto(new URL('/sign-in', product.address).href);
  const before = (await product.mails(leader)).length;
  await keys.type(page.getByLabel('Your email address'), leader);
  await page.keyboard.press('Enter');
  const code = page.getByLabel('The six digits from the mail');
  await keys.stands(code);
  await expect.poll(async () => (await product.mails(leader)).length).toBeGreaterThan(before);
  const mail = (await product.mails(leader)).at(-1);
  if (!mail) throw new Error('a mail that was counted is there');
  await page.keyboard.insertText(codeIn(mail));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new URL('/', product.address).href);
  await keys.stands(page.getByRole('heading', { level: 1 }));
}

test('a leader launches a round, looks after it and cancels it with the keyboard alone', async ({ page, product }) => {
  const keys = new Keyboard(page);
  await signIn(keys, product, 'dev.patel@larkmead.example');
  await keys.press(page.getByRole('link', { name: 'Launch a round' }));
  await keys.stands(page.getByRole('heading', { level: 1 }));

  const box = page.getByLabel('Your colleagues', { exact: true });
  await keys.type(box, colleagues);
  await expect(page.getByText('9 colleagues read.').first()).toBeVisible();
  await keys.stands(box);
  const coach = page.getByLabel('Coach', { exact: true });
  await keys.goTo(coach);
  await page.keyboard.type('Ines');
  await expect(coach.getByRole('option', { name: /^Ines Moreau/ })).toHaveJSProperty('selected', true);
  await keys.stands(coach);
  await expect(page.getByText('Your view of Dev Patel’s leadership: about 8 minutes')).toBeVisible();
  const smallPrint = page.getByText('The small print at its end');
  await keys.press(smallPrint);
  await expect(page.getByRole('group').filter({ has: smallPrint })).toHaveAttribute('open');
  await keys.stands(smallPrint);
  await keys.press(page.getByRole('button', { name: 'Launch the round' }));
  await expect(page).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/);
  await keys.stands(page.getByRole('heading', { level: 1 }));

  const said = page.locator('[role="status"]:focus');
  await keys.press(page.getByRole('button', { name: 'Ask more colleagues' }));
  const more = page.getByLabel('More colleagues');
  await keys.stands(more);
  await page.keyboard.insertText('Nora West <nora.west@larkmead.example>, peer');
  await keys.press(page.getByRole('button', { name: 'Add them to the list' }));
  await expect(page.getByText('nora.west@larkmead.example')).toBeVisible();
  await expect(said).toBeVisible();

  await keys.goTo(page.getByRole('button', { name: 'Move the closing' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const day = page.getByLabel('Closing day');
  await keys.stands(day);
  const before = await day.inputValue();
  // Day, month and year of a date have a place of their own: one week more is one press in the last of them.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(day).not.toHaveValue(before);
  await keys.press(page.getByRole('button', { name: 'Move the closing' }));
  await expect(said).toHaveText('The closing is moved.');

  await keys.press(page.getByRole('button', { name: 'Cancel the round' }));
  const dialog = page.getByRole('dialog');
  await keys.stands(dialog.getByRole('button', { name: 'Keep the round' }));
  await page.keyboard.press('Escape');
  await keys.stands(page.getByRole('button', { name: 'Cancel the round' }));
  await page.keyboard.press('Enter');
  await keys.press(dialog.getByRole('button', { name: 'Cancel the round' }));
  await expect(said).toHaveText('The round is cancelled. No answer was kept.');

  await keys.press(page.getByRole('link', { name: 'Ask the same colleagues again' }));
  await expect(box).toHaveValue(/nora\.west/);
  await keys.stands(page.getByRole('heading', { level: 1 }));
});

test('a leader has everyone reminded with the keyboard alone', async ({ page, product }) => {
  const keys = new Keyboard(page);
  await signIn(keys, product, 'carys.bowen@larkmead.example');
  await keys.press(page.getByRole('link', { name: 'Collecting answers' }));
  await keys.stands(page.getByRole('heading', { level: 1 }));
  await keys.press(page.getByRole('button', { name: 'Remind everyone who has not answered' }));
  await keys.stands(page.getByText(/^It is noted/));
});
