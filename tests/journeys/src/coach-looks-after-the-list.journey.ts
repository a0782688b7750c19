import type { Browser, Page } from '@playwright/test';
import { freePort } from '@facet/platform';
import { Product } from '@facet/testing-product';
import { accessibilityFaults, expect, linkIn, signIn, test as shared } from '@facet/testing-browser';

const names = ['Nia Bell', 'Otto Finch', 'Pia Snow', 'Quinn Frost'];
const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@larkmead.example`;
const colleagues = [...names.map((name) => `${name} <${addressOf(name)}>, peer`), 'Dev Patel <dpatel@mail.example>, peer'];
const about = async (mails: Promise<readonly { readonly subject?: string | undefined }[]>): Promise<number> =>
  (await mails).filter(({ subject }) => subject?.includes('Dev Patel')).length;

const another = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** A demo school of its own: other journeys count on a leader who has no round yet. */
const test = shared.extend<{ own: Product }>({
  own: async ({}, use) => {
    const product = await Product.start({ PORT: String(await freePort()) });
    await use(product);
    await product.stop();
  },
});

test('a coach puts the list right, checks who is added later and takes somebody out; an administrator sees who coaches whom', async ({
  page: leader,
  browser,
  own: product,
}) => {
  await signIn(leader, product, 'dev.patel@larkmead.example');
  await leader.goto(new URL('/launch', product.address).href);
  await leader.getByLabel('Your colleagues').fill(colleagues.join('\n'));
  await leader.getByLabel('Coach', { exact: true }).selectOption({ label: 'Ines Moreau, ines.moreau@larkmead.example' });
  await leader.getByRole('button', { name: 'Launch the round' }).click();
  await expect(leader).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/);

  const coach = await another(browser);
  await signIn(coach, product, 'ines.moreau@larkmead.example');
  await coach.getByRole('link', { name: 'Dev Patel' }).click();
  await expect(coach.getByText('May be Dev Patel’s own')).toBeVisible();
  const own = coach.getByRole('listitem').filter({ hasText: 'dpatel@mail.example' });
  await own.getByText('Change').click();
  expect(await accessibilityFaults(coach)).toEqual([]);
  await own.getByRole('button', { name: 'Take out' }).first().click();
  await coach.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await expect(coach.getByText('Dev Patel is no longer asked.')).toBeFocused();
  const quinn = coach.getByRole('listitem').filter({ hasText: addressOf('Quinn Frost') });
  await quinn.getByText('Change').click();
  await quinn.getByLabel('Group of Quinn Frost').selectOption({ label: 'Line manager' });
  await quinn.getByRole('button', { name: 'Move Quinn Frost' }).click();
  await expect(coach.getByText('Quinn Frost is in another group now.')).toBeFocused();
  await coach.getByRole('button', { name: 'Confirm the list and let the invitations leave' }).click();
  const invitation = await product.mail(addressOf('Quinn Frost'), /Dev Patel/);
  expect(invitation.text).toContain('you are named');
  expect(await about(product.mails('dpatel@mail.example'))).toBe(0);

  await leader.reload();
  await leader.getByRole('button', { name: 'Ask more colleagues' }).click();
  const box = leader.getByLabel('More colleagues');
  await expect(box).toBeFocused();
  await box.fill('Mo Late <mo.late@larkmead.example>, governor');
  await leader.getByRole('button', { name: 'Add them to the list' }).click();
  await expect(leader.getByText(/Line 1: Governors and partners: nobody was invited there/)).toBeVisible();
  expect(await accessibilityFaults(leader)).toEqual([]);
  await box.fill('Mo Late <mo.late@larkmead.example>, peer');
  await leader.getByRole('button', { name: 'Add them to the list' }).click();
  await expect(leader.getByText('Waits for the coach’s check')).toBeVisible();
  await product.mail('ines.moreau@larkmead.example', /check what Dev Patel has changed/);
  expect(await about(product.mails('mo.late@larkmead.example'))).toBe(0);

  await coach.reload();
  await expect(coach.getByRole('heading', { name: 'Check what has changed' })).toBeVisible();
  expect(await accessibilityFaults(coach)).toEqual([]);
  await coach.getByRole('button', { name: 'Confirm the list and let the invitations leave' }).click();
  const added = await product.mail('mo.late@larkmead.example', /Dev Patel/);

  const nia = coach.getByRole('listitem').filter({ hasText: addressOf('Nia Bell') });
  await nia.getByText('Change').click();
  await nia.getByRole('button', { name: 'Take out' }).first().click();
  await coach.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await product.mail(addressOf('Nia Bell'), /no longer asked about Dev Patel/);
  await expect(coach.getByText('told at closing').first()).toBeVisible();
  const survey = await another(browser);
  await survey.goto(linkIn(await product.mail(addressOf('Nia Bell'), /Your view of Dev Patel/)));
  await expect(survey.getByRole('heading', { name: 'This link is not known here' })).toBeVisible();
  await survey.goto(linkIn(added));
  await expect(survey.getByText('You are one of 3 colleagues')).toBeVisible();

  const administrator = await another(browser);
  await signIn(administrator, product, 'tom.ashby@larkmead.example');
  await administrator.getByRole('link', { name: 'See who coaches whom' }).click();
  await expect(administrator.getByText('There is no other coach to give a round to yet.')).toBeVisible();
  await expect(administrator.locator('facet-give-round').filter({ hasText: 'Dev Patel' })).toContainText('Ines Moreau');
  expect(await accessibilityFaults(administrator)).toEqual([]);
});
