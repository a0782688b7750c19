import type { Locator, Page } from '@playwright/test';

/** A page on which what somebody has to do is counted: presses and fields, as a person would. */
export class CountedPage {
  presses = 0;
  fields = 0;

  constructor(readonly page: Page) {}

  async press(what: Locator): Promise<void> {
    this.presses += 1;
    await what.click();
  }

  async fill(field: string, text: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(field, { exact: true }).fill(text);
  }

  button(name: string): Promise<void> {
    return this.press(this.page.getByRole('button', { name, exact: true }));
  }

  link(name: string): Promise<void> {
    return this.press(this.page.getByRole('link', { name, exact: true }));
  }
}
