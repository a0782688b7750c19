import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from '@playwright/test';

/** A phone at the edge of its network: what targets P9 and P10 are measured on. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER_CPU = 4;

/** What came over the line since the page was asked for, headers included. */
export interface Transfer {
  readonly what: string;
  readonly bytes: number;
}

/** One visit with nothing in any cache, on a slow line and a slow processor. */
export class SlowPhone {
  private readonly sizes = new Map<string, Transfer>();

  private constructor(
    readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  /** `signed` is who is signed in, as the browser keeps it. */
  static async open(browser: Browser, signed?: BrowserContextOptions['storageState']): Promise<SlowPhone> {
    const known = signed === undefined ? {} : { storageState: signed };
    const page = await (await browser.newContext({ viewport: { width: 360, height: 640 }, ...known })).newPage();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await cdp.send('Network.emulateNetworkConditions', LINE);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
    const phone = new SlowPhone(page, cdp);
    phone.listen();
    return phone;
  }

  /** All that has arrived in full by now, in the order in which it was asked for. */
  get transferred(): readonly Transfer[] {
    return [...this.sizes.values()].filter(({ bytes }) => bytes > 0);
  }

  /** Milliseconds for which the thread of the page has worked since it was opened, at its slower speed; other programs do not count. */
  async worked(): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  private listen(): void {
    this.cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.startsWith('http')) this.sizes.set(requestId, { what: new URL(request.url).pathname, bytes: 0 });
    });
    this.cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const known = this.sizes.get(requestId);
      if (known) this.sizes.set(requestId, { ...known, bytes: encodedDataLength });
    });
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-background-networking'] : ['--disable-background-networking'],
  });
