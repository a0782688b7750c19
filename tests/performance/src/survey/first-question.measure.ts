import { performance } from 'node:perf_hooks';
import { test } from '@jest/globals';
import { linkIn, Product } from '@facet/testing-product';
import type { Browser } from '@playwright/test';
import { middle } from '../measure';
import { openBrowser, SlowPhone, type Transfer } from '../slow-phone';

// P9: what a colleague waits for before the first question. `npx nx survey performance`
const RUNS = Number(process.env['FACET_RUNS'] ?? 7);
const MOST = { bytes: 45_000, requests: 5, milliseconds: 1_000 };
/** LimeSurvey 6.0.2 on a machine of the same kind, once, with the same line and processor: it is not measured anew here. */
const LIMESURVEY = { bytes: 705_000, requests: 35, milliseconds: 2_900 };

interface Visit {
  readonly milliseconds: number;
  readonly transferred: readonly Transfer[];
}

/** The promise is left as soon as it can be: how long somebody reads it is nobody's delay. */
const FIRST_QUESTION = `new Promise((asked) => {
  const look = () => {
    if (document.querySelector('fieldset')) return asked();
    document.querySelector('.letter .kit-button')?.click();
    requestAnimationFrame(look);
  };
  look();
})`;

/** From the press on the link in the mail until the first group of choices stands on the page. */
async function visit(browser: Browser, link: string): Promise<Visit> {
  const phone = await SlowPhone.open(browser);
  const begun = performance.now();
  await phone.page.goto(link, { waitUntil: 'commit' });
  await phone.page.evaluate(FIRST_QUESTION);
  const milliseconds = performance.now() - begun;
  const { transferred } = phone;
  await phone.close();
  return { milliseconds, transferred };
}

/** The least that this server can show on this line: one page of text without a script. */
async function visitPlainPage(browser: Browser, address: string): Promise<number> {
  const phone = await SlowPhone.open(browser);
  const begun = performance.now();
  await phone.page.goto(new URL('/genuine', address).href, { waitUntil: 'domcontentloaded' });
  const milliseconds = performance.now() - begun;
  await phone.close();
  return milliseconds;
}

test('what a colleague waits for before the first question', async () => {
  const product = await Product.start();
  const browser = await openBrowser();
  try {
    const link = linkIn(await product.mail('lee.marsh@larkmead.example', /Carys Bowen/));
    await visit(browser, link);
    const [visits, plain]: [Visit[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      visits.push(await visit(browser, link));
      plain.push(await visitPlainPage(browser, product.address));
    }
    const [taken, least] = [middle(visits.map(({ milliseconds }) => milliseconds)), middle(plain)];
    const last = visits.at(-1)?.transferred ?? [];
    const bytes = last.reduce((sum, one) => sum + one.bytes, 0);
    const line = (what: string, ours: string, most: string, ratio: number): string =>
      `${what.padEnd(34)}${ours.padStart(26)}${most.padStart(12)}${ratio.toFixed(2).padStart(22)}\n`;
    const range = `${taken.median.toFixed(0)} (${taken.fastest.toFixed(0)} to ${taken.slowest.toFixed(0)})`;
    process.stdout.write(
      `P9, before the first question; 1.6 Mbit/s, 150 ms, processor 4 × slower; median (range) of ${RUNS} runs.\n` +
        `LimeSurvey 6.0.2 there: ${LIMESURVEY.milliseconds} ms, ${LIMESURVEY.bytes / 1000} kB, ${LIMESURVEY.requests} requests.\n\n` +
        `${''.padEnd(34)}${'Facet'.padStart(26)}${'at most'.padStart(12)}${'Facet / LimeSurvey'.padStart(22)}\n` +
        line('milliseconds', range, String(MOST.milliseconds), taken.median / LIMESURVEY.milliseconds) +
        line('bytes, headers included', String(bytes), String(MOST.bytes), bytes / LIMESURVEY.bytes) +
        line('requests', String(last.length), String(MOST.requests), last.length / LIMESURVEY.requests) +
        last.map(({ what, bytes: size }) => line(`  ${what}`, String(size), '', size / LIMESURVEY.bytes)).join('') +
        `\nA page of text of the same server, in turn with it: ${least.median.toFixed(0)} ms (${least.fastest.toFixed(0)} to ` +
        `${least.slowest.toFixed(0)}); the first question takes ${(taken.median / least.median).toFixed(2)} times as long.\n`,
    );
  } finally {
    await browser.close();
    await product.stop();
  }
});
