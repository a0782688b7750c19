import type { Page } from '@playwright/test';
import { expect } from '@facet/testing-browser';
import { settled, type ShownPage } from './shown-page';

const leaderWithReport = 'ada.okafor@larkmead.example';
const leaderWithout = 'dev.patel@larkmead.example';
const leaderCollecting = 'carys.bowen@larkmead.example';
const coach = 'ines.moreau@larkmead.example';
const administrator = 'tom.ashby@larkmead.example';

const at =
  (address: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(address);
    await settled(page);
  };

/** Among the pieces stands the one that says what is waited for. */
const pieces = async (page: Page): Promise<void> => {
  await page.goto('/kit');
  await expect(page.getByRole('heading', { name: 'A chart' })).toBeVisible();
};

/** The page as somebody sees it whose requests no longer reach the server. */
const cutOff =
  (address: string) =>
  async (page: Page): Promise<void> => {
    await page.goto('/');
    await settled(page);
    await page.route('**/api/**', (route) => (route.request().url().endsWith('/api/me') ? route.continue() : route.abort()));
    await page.goto(address);
    await expect(page.getByText('We cannot reach the server').first()).toBeVisible();
  };

/** The round that stands first on the leader's home page, or on the coach's under this name. */
const round =
  (leader?: string) =>
  async (page: Page): Promise<void> => {
    await at('/')(page);
    const entry = page.getByRole('article').filter({ hasText: leader ?? '' });
    await entry.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/rounds\//);
    await settled(page);
  };

const report =
  (leader?: string) =>
  async (page: Page): Promise<void> => {
    await round(leader)(page);
    await page
      .getByRole('link', { name: /report/i })
      .first()
      .click();
    await expect(page).toHaveURL(/\/report$/);
    await settled(page);
  };

/** The second step as a school of its own asks for it; the demo demands it from nobody. */
const secondStep =
  (owes: 'enter' | 'enrol') =>
  async (page: Page): Promise<void> => {
    await page.route('**/api/second-factor', (route) => route.fulfill({ json: { owes, demanded: true, own: null } }));
    await at('/second-step')(page);
  };

const account =
  (own: object | null) =>
  async (page: Page): Promise<void> => {
    await page.route('**/api/second-factor', (route) => route.fulfill({ json: { owes: null, demanded: false, own } }));
    await at('/account')(page);
  };
const authenticator = { since: '2026-11-24T12:00:00.000Z', recoveryCodesLeft: 7 };

/** A round's list as somebody sees it who checks it in the coach's stead. */
const listToCheck = async (page: Page): Promise<void> => {
  const of = { code: 'peer', group: 'Peers', outside: false, needsFixing: null, checked: false, proposed: null, marks: [] };
  const list = {
    ...{ id: '0facade0-0000-4000-8000-000000000098', as: 'approver', list: 'list', minimum: 3, colleaguesConfirmed: false },
    ...{ leader: { name: 'Carys Bowen' }, coach: { name: 'Ines Moreau' }, until: 'Wednesday 9 December 2026 at 18:00 (Europe/London)' },
    colleagues: [
      { ...of, name: 'Sam Hill', email: 'sam.hill@larkmead.example' },
      { ...of, name: 'Lee Orme', email: 'lee@council.example', outside: true, marks: ['The address is outside the organisation.'] },
    ],
    remarks: ['Two addresses are at council.example.'],
    groups: [{ code: 'peer', label: 'Peers' }],
    promised: ['Peers'],
    next: 'Please check the list of colleagues of Carys Bowen, in the stead of Ines Moreau: invitations leave when one of you confirms it.',
  };
  await page.route('**/api/rounds/*', (route) => route.fulfill({ json: list }));
  await at(`/rounds/${list.id}`)(page);
  await expect(page.getByRole('button', { name: 'Confirm the list and let the invitations leave' })).toBeVisible();
};

const setUp = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
};

export const pagesOfTheApplication: readonly ShownPage[] = [
  { route: '/sign-in', state: 'as it is', as: null, open: at('/sign-in') },
  {
    route: '/sign-in',
    state: 'refused',
    as: null,
    open: async (page) => {
      await at('/sign-in')(page);
      await page.getByLabel('Your email address').fill('not an address');
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await expect(page.locator('[aria-invalid="true"]')).toBeVisible();
    },
  },
  {
    route: '/sign-in',
    state: 'waiting for the code',
    as: null,
    open: async (page) => {
      await at('/sign-in')(page);
      await page.getByLabel('Your email address').fill('nobody@larkmead.example');
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await expect(page.getByLabel('The six digits from the mail')).toBeVisible();
    },
  },
  { route: '/sign-in/return', state: 'with nothing under way', as: null, open: at('/sign-in/return') },
  { route: '/first-sign-in', state: 'with a link that is no link', as: null, open: at('/first-sign-in#0000000000000000000000') },
  { route: '/second-step', state: 'asking for a code', as: coach, open: secondStep('enter') },
  {
    route: '/second-step',
    state: 'asking for a recovery code',
    as: coach,
    open: async (page) => {
      await secondStep('enter')(page);
      await page.getByRole('button', { name: 'I cannot use the app' }).click();
      await expect(page.getByLabel('A recovery code')).toBeVisible();
    },
  },
  {
    route: '/second-step',
    state: 'refused',
    as: coach,
    open: async (page) => {
      await secondStep('enter')(page);
      await page.getByLabel('The six digits from the app').fill('123456');
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(page.getByText('No authenticator is set up.')).toBeVisible();
    },
  },
  { route: '/second-step', state: 'setting up', as: coach, open: secondStep('enrol') },
  {
    route: '/second-step',
    state: 'showing the picture',
    as: coach,
    open: async (page) => {
      await secondStep('enrol')(page);
      await setUp(page);
    },
  },
  {
    route: '/second-step',
    state: 'showing recovery codes',
    as: coach,
    open: async (page) => {
      const codes = Array.from({ length: 8 }, (_, at) => `${'ABCDEFGH'[at] ?? ''}BCD-EFGH-IJKL-MNOP-QRST-UVWX`);
      await page.route('**/api/second-factor/confirm', (route) => route.fulfill({ json: { codes } }));
      await secondStep('enrol')(page);
      await setUp(page);
      await page.getByLabel('The six digits from the app').fill('123456');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
    },
  },
  { route: '/account', state: 'without an authenticator', as: leaderWithout, open: account(null) },
  { route: '/account', state: 'with an authenticator', as: leaderWithout, open: account(authenticator) },
  {
    route: '/account',
    state: 'changing it',
    as: leaderWithout,
    open: async (page) => {
      await account(authenticator)(page);
      await page.getByRole('button', { name: 'Make new recovery codes' }).click();
      await expect(page.getByLabel('The six digits from the app, or a recovery code')).toBeVisible();
    },
  },
  { route: '/account', state: 'not reached', as: leaderWithout, open: cutOff('/account') },
  { route: '/unreachable', state: 'as it is', as: null, open: at('/unreachable') },
  { route: '/kit', state: 'as it is', as: null, open: pieces },
  {
    route: '/kit',
    state: 'asking once more',
    as: null,
    open: async (page) => {
      await pieces(page);
      await page.getByRole('button', { name: 'Cancel the round' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { route: '/**', state: 'as it is', as: leaderWithout, open: at('/nowhere') },
  { route: '/', state: 'empty', as: leaderWithout, open: at('/') },
  { route: '/', state: 'with rounds', as: leaderWithReport, open: at('/') },
  { route: '/', state: 'of a coach', as: coach, open: at('/') },
  { route: '/', state: 'not reached', as: leaderWithout, open: cutOff('/') },
  { route: '/launch', state: 'empty', as: leaderWithout, open: at('/launch') },
  {
    route: '/launch',
    state: 'refused',
    as: leaderWithout,
    open: async (page) => {
      await at('/launch')(page);
      await page.getByRole('button', { name: /^Launch/ }).click();
      await expect(page.locator('kit-error-summary, [role="alert"]').first()).toBeVisible();
    },
  },
  { route: '/rounds/:round', state: 'collecting', as: leaderCollecting, open: round() },
  { route: '/rounds/:round', state: 'of the coach', as: coach, open: round('Carys Bowen') },
  { route: '/rounds/:round', state: 'of whoever checks its list', as: leaderWithout, open: listToCheck },
  { route: '/rounds/:round', state: 'foreign', as: leaderWithout, open: at('/rounds/0facade0-0000-4000-8000-000000000099') },
  { route: '/rounds/:round/report', state: 'released', as: leaderWithReport, open: report() },
  { route: '/rounds/:round/report', state: 'of the coach', as: coach, open: report('Ben Fielding') },
  { route: '/rounds/:round/report', state: 'foreign', as: leaderWithout, open: at('/rounds/0facade0-0000-4000-8000-000000000099/report') },
  {
    route: '/rounds/:round/expectations',
    state: 'as it is',
    as: leaderCollecting,
    open: async (page) => {
      await round()(page);
      await at(`${page.url()}/expectations`)(page);
    },
  },
  {
    route: '/rounds/:round/report/desk',
    state: 'of the coach',
    as: coach,
    open: async (page) => {
      await report('Ben Fielding')(page);
      await at(`${page.url()}/desk`)(page);
    },
  },
  {
    route: '/rounds/:round/report/views',
    state: 'of a leader',
    as: leaderWithReport,
    open: async (page) => {
      await report()(page);
      await at(`${page.url()}/views`)(page);
    },
  },
  { route: '/sample-report', state: 'as it is', as: leaderWithout, open: at('/sample-report') },
  { route: '/coaching', state: 'as it is', as: administrator, open: at('/coaching') },
  { route: '/people', state: 'as it is', as: administrator, open: at('/people') },
  { route: '/people', state: 'not for this person', as: leaderWithout, open: at('/people') },
  { route: '/log', state: 'as it is', as: administrator, open: at('/log') },
  { route: '/log', state: 'not for this person', as: leaderWithout, open: at('/log') },
  { route: '/settings', state: 'as they are', as: administrator, open: at('/settings') },
  { route: '/settings', state: 'not for this person', as: leaderWithout, open: at('/settings') },
  {
    route: '/settings',
    state: 'refused at its fields',
    as: administrator,
    open: async (page) => {
      await at('/settings')(page);
      await page.getByLabel('Days on which you are closed').fill('31 February 2027');
      await page.getByLabel('How many months reports are kept').fill('0');
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await expect(page.getByText('is not a day')).toBeVisible();
    },
  },
  {
    route: '/settings',
    state: 'what a change does',
    as: administrator,
    open: async (page) => {
      await at('/settings')(page);
      await page.getByLabel('How many months reports are kept').fill('36');
      await page.getByLabel('Time zone').selectOption('Pacific/Auckland');
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await expect(page.getByRole('heading', { name: 'Save these settings?' })).toBeVisible();
    },
  },
  { route: '/mail', state: 'as it is', as: administrator, open: at('/mail') },
  { route: '/mail', state: 'not reached', as: administrator, open: cutOff('/mail') },
  { route: '/mail/:letter', state: 'as it is', as: administrator, open: at('/mail/invitation') },
  { route: '/mail/:letter', state: 'not known', as: administrator, open: at('/mail/nothing') },
];
