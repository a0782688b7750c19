import type { Page } from '@playwright/test';
import { accessibilityFaults, expect } from '@facet/testing-browser';
import { generateSync } from 'otplib';

/** The app on somebody's phone. What is pressed and typed for it is counted nowhere: it is once a person, or once a sign-in. */
export class Authenticator {
  private secret = '';

  /** Sets itself up where the page asks for it, and answers where it is set up. */
  async answer(page: Page): Promise<void> {
    if (this.secret === '') return this.setUp(page);
    // The next half minute's code counts already, and was not used for setting up.
    await page.getByLabel('The six digits from the app').fill(this.code(1));
    await page.getByRole('button', { name: 'Go on' }).click();
  }

  async setUp(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Set up an authenticator' }).click();
    this.secret = (await page.locator('.key').innerText()).replaceAll(/\s/g, '');
    await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('The six digits from the app').fill(this.code(0));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeFocused();
    await page.getByRole('button', { name: 'I have kept them' }).click();
  }

  private code(halfMinutesOn: number): string {
    return generateSync({ secret: this.secret, epoch: Math.floor(Date.now() / 1000) + 30 * halfMinutesOn });
  }
}
