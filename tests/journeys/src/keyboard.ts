import type { Locator, Page } from '@playwright/test';
import { expect } from '@facet/testing-browser';

/** Somebody who has keys and nothing else. After each step something on the page has the focus: whoever loses it is lost. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** On with Tab until this has the focus, as everybody would: never by the script's own hand. */
  async goTo(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(what).toBeVisible();
    for (let tabs = 0; tabs < 120; tabs++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`a hundred and twenty presses of ${key} do not lead to ${what.toString()}`);
  }

  async press(what: Locator, key = 'Enter'): Promise<void> {
    await this.goTo(what);
    await this.page.keyboard.press(key);
  }

  async type(what: Locator, text: string): Promise<void> {
    await this.goTo(what);
    await this.page.keyboard.insertText(text);
    await expect(what).toBeFocused();
  }

  /** What has the focus after a step. */
  async stands(on: Locator): Promise<void> {
    await expect(on).toBeFocused();
  }
}
