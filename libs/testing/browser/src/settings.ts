import { fileURLToPath } from 'node:url';
import type { PlaywrightTestConfig } from '@playwright/test';

const root = new URL('../../../../', import.meta.url);
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

/** How a suite in the browser runs: one stack, one demo school, one story after another, counted under the suite's name. */
export const inChromium = (suite: string, testMatch: string): PlaywrightTestConfig => ({
  testDir: 'src',
  testMatch,
  outputDir: fileURLToPath(new URL(`dist/${suite}`, root)),
  reporter: [['list'], [fileURLToPath(new URL('tools/count-journeys.mjs', root)), { suite }]],
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
});
