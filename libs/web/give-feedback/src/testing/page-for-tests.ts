import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { GiveFeedback, LINK, WAITING } from '../give-feedback';
import type { Link } from '../link/link';

const PATIENCE_MS = 4_000;

/** The pages as a person meets them: everything is found by its role and its name. */
export class PageForTests {
  private constructor(private readonly fixture: ComponentFixture<GiveFeedback>) {}

  static async open(link: Link = { kind: 'code', code: '0123456789ABCDEFGHJKMNPQRS' }): Promise<PageForTests> {
    TestBed.resetTestingModule();
    document.documentElement.lang = 'en-GB';
    TestBed.configureTestingModule({
      providers: [
        { provide: LINK, useValue: link },
        { provide: WAITING, useValue: '' },
      ],
    });
    const fixture = TestBed.createComponent(GiveFeedback);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    const page = new PageForTests(fixture);
    await page.until(() => page.heading() !== '');
    return page;
  }

  /** Waits until the page shows what is looked for. */
  async until(condition: () => boolean): Promise<void> {
    for (const start = performance.now(); !condition();) {
      if (performance.now() - start > PATIENCE_MS) throw new Error(`This never came about; the page says: ${this.text()}`);
      await new Promise((next) => setTimeout(next));
      await this.fixture.whenStable();
    }
  }

  heading(): string {
    return document.querySelector('h1')?.textContent.trim() ?? '';
  }

  text(): string {
    return document.body.textContent.replace(/\s+/g, ' ').trim();
  }

  has(role: 'button' | 'link', name: string): boolean {
    return this.all(role).some((element) => nameOf(element) === name);
  }

  async press(name: string): Promise<void> {
    this.find('button', name).click();
    await this.fixture.whenStable();
  }

  async follow(name: string): Promise<void> {
    this.find('link', name).click();
    await this.fixture.whenStable();
  }

  group(name: string): HTMLFieldSetElement {
    const group = [...document.querySelectorAll('fieldset')].find((set) => set.querySelector('legend')?.textContent.trim() === name);
    if (!group) throw new Error(`There is no group “${name}”. The page says: ${this.text()}`);
    return group;
  }

  radio(group: string, label: string): HTMLInputElement {
    const radio = [...this.group(group).querySelectorAll('input')].find((input) => input.labels?.[0]?.textContent.trim().endsWith(label));
    if (!radio) throw new Error(`“${group}” has no choice “${label}”`);
    return radio;
  }

  async choose(group: string, label: string): Promise<void> {
    this.radio(group, label).click();
    await this.fixture.whenStable();
  }

  box(label: string): HTMLTextAreaElement | HTMLInputElement {
    const labels = [...document.querySelectorAll('label')];
    const box = labels.find((one) => one.textContent.includes(label))?.control;
    if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) throw new Error(`There is no box “${label}”`);
    return box;
  }

  leave(label: string): void {
    this.box(label).dispatchEvent(new Event('blur'));
  }

  async type(label: string, text: string): Promise<void> {
    const box = this.box(label);
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await this.fixture.whenStable();
  }

  async key(key: string): Promise<void> {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await this.fixture.whenStable();
  }

  private all(role: 'button' | 'link'): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(role === 'button' ? 'button' : 'a[href]')];
  }

  private find(role: 'button' | 'link', name: string): HTMLElement {
    const found = this.all(role).find((element) => nameOf(element) === name);
    if (!found) throw new Error(`There is no ${role} “${name}”. The page says: ${this.text()}`);
    return found;
  }
}

const nameOf = (element: HTMLElement): string => element.textContent.trim();
