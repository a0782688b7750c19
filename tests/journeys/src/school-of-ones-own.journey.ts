import { test as base, expect } from '@playwright/test';
import { freePort } from '@facet/platform';
import { codeIn, linkIn, MailServer, Product } from '@facet/testing-product';
import { CountedPage } from './counted-page';
import { accessibilityFaults } from '@facet/testing-browser';
import { Authenticator } from './authenticator';

const settings = {
  name: 'Hill Street School',
  'administrator-name': 'Ruth Vale',
  'administrator-email': 'ruth.vale@hill.example',
  controller: 'Hill Street School, 1 Hill Street',
  purpose: 'To help our leaders learn.',
  contact: 'Pat Lowe, pat.lowe@hill.example',
  'safeguarding-contact': 'Jo Park, extension 204',
  zone: 'Europe/London',
  domains: 'hill.example',
  'mail-days': 'Mon,Tue,Wed,Thu,Fri,Sat,Sun',
  'mail-hours': '00:00-23:59',
};
const colleagues = ['Sam Hill', 'Jo Brook', 'Kim Vale', 'Lee Marsh'].map((name) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@hill.example`,
}));

interface School {
  readonly mail: MailServer;
  /** What is on the phones of administrator and coach. */
  readonly phones: { readonly ruth: Authenticator; readonly ines: Authenticator };
  readonly product: Product;
  readonly link: string;
}

/** A real mail server, an empty database, `facet init`, and then the first start. */
const test = base.extend<object, { school: School }>({
  school: [
    async ({}, use) => {
      const [mail, port] = [await MailServer.start(), String(await freePort())];
      let link = '';
      const environment = {
        ...{ PORT: port, PUBLIC_URL: `http://localhost:${port}`, SMTP_URL: mail.url },
        ...{ FACET_MAIL_FROM: 'Feedback <feedback@hill.example>', FACET_SECRET: 'k3Jq8Zt1Lw6Vx0Bn5Ry9Pd2Hs7Mf4GcTe' },
        ...{ FACET_TICK_SECONDS: '0.5', FACET_MAIL_SWEEP_SECONDS: '0.5' },
      };
      const words = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
      const product = await Product.start(environment, async (facet) => {
        link = (await facet('init', ...words)).trim();
      });
      await use({ mail, product, link, phones: { ruth: new Authenticator(), ines: new Authenticator() } });
      await product.stop();
      await mail.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function signIn(person: CountedPage, { mail, product }: School, email: string, phone?: Authenticator): Promise<void> {
  const before = (await mail.mails(email)).length;
  await person.page.goto(new URL('/sign-in', product.address).href);
  await person.fill('Your email address', email);
  await person.button('Send me a code');
  await expect.poll(async () => (await mail.mails(email)).length).toBeGreaterThan(before);
  await person.fill('The six digits from the mail', codeIn(await mail.mail(email, /^Sign in to Facet$/)));
  await person.button('Sign in');
  await phone?.answer(person.page);
  await expect(person.page).toHaveURL(new URL('/', product.address).href);
}

test('a school begins: from an empty database to a round whose invitations have left', async ({ browser, school }) => {
  const { mail, link, phones } = school;
  const arrives = async (): Promise<CountedPage> => new CountedPage(await (await browser.newContext()).newPage());

  const ruth = await arrives();
  await ruth.page.goto(link);
  await expect(ruth.page).not.toHaveURL(/#/);
  expect(await accessibilityFaults(ruth.page)).toEqual([]);
  await ruth.button('Sign in');
  await phones.ruth.setUp(ruth.page);
  await expect(ruth.page.getByRole('heading', { name: 'People and roles' })).toBeVisible();
  expect(await accessibilityFaults(ruth.page)).toEqual([]);
  for (const { name, email, role } of [
    { name: 'Ines Moreau', email: 'ines@coaching.example', role: 'Coach' },
    { name: 'Ada Okafor', email: 'ada.okafor@hill.example', role: 'Leader' },
  ]) {
    await ruth.fill('Name', name);
    await ruth.fill('Email address', email);
    await ruth.press(ruth.page.getByRole('group', { name: 'Roles', exact: true }).getByRole('checkbox', { name: role }));
    await ruth.button('Add this person');
    await expect(ruth.page.getByText(`${name} is on the list.`)).toBeFocused();
  }
  expect({ presses: ruth.presses, fields: ruth.fields }).toEqual({ presses: 5, fields: 4 });

  const second = await arrives();
  await second.page.goto(link);
  await second.button('Sign in');
  await expect(second.page.getByText('This link has been used already.')).toBeVisible();

  const ada = await arrives();
  await signIn(ada, school, 'ada.okafor@hill.example');
  await ada.link('Launch a round');
  await ada.fill('Your colleagues', colleagues.map(({ name, email }) => `${name} <${email}>, peer`).join('\n'));
  await expect(ada.page.getByText('Who answers for your data')).toBeVisible();
  await ada.button('Launch the round');
  await expect(ada.page).toHaveURL(/\/rounds\/[0-9a-f-]{36}$/);
  // The only framework and the only coach are chosen already.
  expect({ presses: ada.presses, fields: ada.fields }).toEqual({ presses: 4, fields: 3 });

  const ines = await arrives();
  await signIn(ines, school, 'ines@coaching.example', phones.ines);
  await ines.link('Ada Okafor');
  await ines.button('Confirm the list and let the invitations leave');
  for (const { email } of colleagues) await mail.mail(email, /^Your view of Ada Okafor/);
  expect({ presses: ines.presses, fields: ines.fields }).toEqual({ presses: 4, fields: 2 });

  const sam = await arrives();
  await sam.page.goto(linkIn(await mail.mail('sam.hill@hill.example', /^Your view of Ada Okafor/)));
  await sam.page.locator('details.more > summary').click();
  for (const text of [settings.purpose, settings.controller, settings.contact, 'for 2 years at most'])
    await expect(sam.page.getByText(text)).toBeVisible();
  expect(await accessibilityFaults(sam.page)).toEqual([]);
});

test('a coach who is stopped is out at the next press, and a leader never sees the list of people', async ({ browser, school }) => {
  const arrives = async (): Promise<CountedPage> => new CountedPage(await (await browser.newContext()).newPage());
  const [ruth, ines, ada] = [await arrives(), await arrives(), await arrives()];
  await signIn(ines, school, 'ines@coaching.example', school.phones.ines);
  await signIn(ruth, school, 'ruth.vale@hill.example', school.phones.ruth);
  await ruth.link('Look after people and roles');
  const entry = ruth.page.getByRole('listitem').filter({ hasText: 'ines@coaching.example' });
  await entry.getByText('Change').click();
  expect(await accessibilityFaults(ruth.page)).toEqual([]);
  await ruth.button('Stop Ines Moreau signing in');
  expect(await accessibilityFaults(ruth.page)).toEqual([]);
  await ruth.page.getByRole('dialog').getByRole('button', { name: 'Stop signing in' }).click();
  await expect(ruth.page.getByText('Ines Moreau is signed out everywhere')).toBeFocused();
  await ines.link('Ada Okafor');
  await expect(ines.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(ada, school, 'ada.okafor@hill.example');
  await ada.page.goto(new URL('/people', school.product.address).href);
  await expect(ada.page.getByText('That is not for your role.')).toBeVisible();
});
