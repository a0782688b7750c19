import { performance } from 'node:perf_hooks';
import { test } from '@jest/globals';
import { signIn } from '@facet/testing-browser';
import { Product } from '@facet/testing-product';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { type Measured, middle } from '../measure';
import { openBrowser, SlowPhone, type Transfer } from '../slow-phone';

// P10: what a leader waits for before a released report can be read and used. `npx nx report performance`
const RUNS = Number(process.env['FACET_RUNS'] ?? 7);
const MOST = { bytes: 120_000, milliseconds: 1_500 };
const LEADER = 'ada.okafor@larkmead.example';

type Signed = Exclude<BrowserContextOptions['storageState'], string | undefined>;

interface Visit {
  /** Until the page is interactive. */
  readonly milliseconds: number;
  /** What the page's own thread has worked by then. */
  readonly worked: number;
  /** Until the last part of the report is there, with that press in between. */
  readonly whole: number;
  /** From a press on “By gap” until the chart stands in that order, at the moment at which the page is interactive. */
  readonly answered: number;
  readonly transferred: readonly Transfer[];
  /** Paths of the scripts and styles that the page itself names. */
  readonly named: readonly string[];
}

/**
 * Interactive: the message of the first page and the first chart have been painted, and the browser then has nothing left to do (its
 * idle callback is called).
 */
const INTERACTIVE = `new Promise((interactive) => {
  const look = () => {
    const message = document.querySelector('facet-first-page .message');
    const chart = document.querySelector('facet-report-page kit-chart svg[aria-label]');
    if (!message || !chart) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => interactive())));
  };
  look();
})`;

/** The report says of itself while parts of it are still to come. */
const WHOLE = `new Promise((whole) => {
  const look = () => requestAnimationFrame(() => (document.querySelector('facet-report-page[aria-busy]') ? look() : whole()));
  look();
})`;

/** Presses “By gap” and waits until the lines of the first chart stand in another order on the screen. */
const PRESS = `new Promise((answered) => {
  const lines = () => document.querySelector('facet-report-page kit-chart table').textContent;
  const before = lines();
  const look = (begun) => requestAnimationFrame(() => {
    if (lines() === before) look(begun);
    else requestAnimationFrame((shown) => answered(shown - begun));
  });
  requestAnimationFrame((begun) => {
    [...document.querySelectorAll('facet-report-page input[name="order"]')][1].click();
    look(begun);
  });
})`;

const NAMED = `[...document.querySelectorAll('link[rel=stylesheet], link[rel=modulepreload]:not([data-later]), script[src]')]
  .map((element) => new URL(element.href ?? element.src).pathname)`;

/** From the press on the link in the mail, by somebody who is signed in and whose browser has nothing of Facet. */
async function visit(browser: Browser, address: string, signed: Signed): Promise<Visit> {
  const phone = await SlowPhone.open(browser, signed);
  const begun = performance.now();
  await phone.page.goto(address, { waitUntil: 'commit' });
  await phone.page.evaluate(INTERACTIVE);
  const milliseconds = performance.now() - begun;
  const worked = await phone.worked();
  const { transferred } = phone;
  const answered = await phone.page.evaluate<number>(PRESS);
  await phone.page.evaluate(WHOLE);
  const whole = performance.now() - begun;
  const named = await phone.page.evaluate<string[]>(NAMED);
  await phone.close();
  return { milliseconds, worked, whole, answered, transferred, named };
}

/** Signs the leader in and looks for the address of the released report, on a fast line. */
async function preparedBy(browser: Browser, product: Product): Promise<{ address: string; signed: Signed }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, product, LEADER);
  await page.getByRole('article').getByRole('link').first().click();
  await page
    .getByRole('link', { name: /report/i })
    .first()
    .click();
  await page.locator('facet-first-page').waitFor();
  const found = { address: page.url(), signed: await context.storageState() };
  await context.close();
  return found;
}

test('what a leader waits for before the report', async () => {
  const product = await Product.start();
  const browser = await openBrowser();
  try {
    const { address, signed } = await preparedBy(browser, product);
    await visit(browser, address, signed);
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, address, signed));
    const of = (figure: (visit: Visit) => number): Measured => middle(visits.map(figure));
    const taken = of(({ milliseconds }) => milliseconds);
    const { transferred = [], named = [] } = visits.at(-1) ?? {};
    const isNamed = ({ what }: Transfer): boolean => named.includes(what);
    const sum = (some: readonly Transfer[]): number => some.reduce((total, { bytes }) => total + bytes, 0);
    const initial = sum(transferred.filter(isNamed));
    const line = (what: string, ours: string, most = '', ratio = ''): string =>
      `${what.padEnd(46)}${ours.padStart(26)}${most.padStart(12)}${ratio.padStart(12)}\n`;
    const range = ({ median, fastest, slowest }: Measured): string =>
      `${median.toFixed(0)} (${fastest.toFixed(0)} to ${slowest.toFixed(0)})`;
    process.stdout.write(
      `P10, a released report; 1.6 Mbit/s, 150 ms, processor 4 × slower, nothing cached; median (range) of ${RUNS} runs.\n` +
        `Interactive: the message and the first chart are painted and the browser is idle.\n\n` +
        line('', 'Facet', 'at most', 'ratio') +
        line('milliseconds until interactive', range(taken), String(MOST.milliseconds), (taken.median / MOST.milliseconds).toFixed(2)) +
        line('  of which the page’s thread worked', range(of(({ worked }) => worked))) +
        line('milliseconds until the whole report is there', range(of(({ whole }) => whole))) +
        line('milliseconds from a press to its picture', range(of(({ answered }) => answered))) +
        line('initial scripts and styles, bytes', String(initial), String(MOST.bytes), (initial / MOST.bytes).toFixed(2)) +
        line('all that came by then, bytes', String(sum(transferred))) +
        transferred.map((one) => line(`  ${one.what}${isNamed(one) ? ' (initial)' : ''}`, String(one.bytes))).join(''),
    );
  } finally {
    await browser.close();
    await product.stop();
  }
});
