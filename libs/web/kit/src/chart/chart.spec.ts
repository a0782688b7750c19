import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Chart as Drawn } from '@facet/charts';
import { beforeEach, expect, test } from '@jest/globals';
import { Chart } from './chart';

const drawn = (width: number): Drawn => ({
  drawing: {
    width,
    height: 100,
    shapes: [
      { tag: 'circle', attributes: { class: 'self', cx: 20, cy: 20, r: 8 } },
      { tag: 'text', attributes: { class: 'label', x: 0, y: 20 }, text: '<b onclick="x">Listens</b>' },
    ],
  },
  summary: 'Self stands furthest above all others on “Listens”.',
  table: {
    caption: 'The qualities',
    columns: ['Self', 'All others', 'Gap'],
    rows: [
      {
        code: '1',
        label: 'Listens',
        cells: [
          { text: '4.00', n: null, note: null, missing: false },
          { text: '3.50', n: 6, note: null, missing: false },
          { text: '+0.50', n: null, note: 'too close to call', missing: false },
        ],
      },
    ],
  },
});

@Component({
  selector: 'facet-example',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart],
  template: `<kit-chart rows="line-" [draw]="draw" />`,
})
class Example {
  readonly draw = drawn;
}

let wide = 328;

/** jsdom has no layout: this one reports a width once, that of a phone where a test says nothing else. */
class WideOnce implements ResizeObserver {
  constructor(private readonly report: ResizeObserverCallback) {}
  observe(place: Element): void {
    Object.defineProperty(place, 'clientWidth', { value: wide });
    this.report([], this);
  }
  unobserve = (): undefined => undefined;
  disconnect = (): undefined => undefined;
}

beforeEach(() => {
  globalThis.ResizeObserver = WideOnce;
  wide = 328;
});

const shown = async (): Promise<HTMLElement> => {
  const fixture = TestBed.createComponent(Example);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};

test('a chart is drawn as wide as its place, and its sentence is the alternative text', async () => {
  const picture = (await shown()).querySelector('[role="img"]');
  expect(picture?.getAttribute('width')).toBe('328');
  expect(picture?.getAttribute('aria-label')).toBe('Self stands furthest above all others on “Listens”.');
  expect(picture?.querySelector('circle.self')?.getAttribute('r')).toBe('8');
});

test('row 23: words in a picture never become elements', async () => {
  const text = (await shown()).querySelector('text');
  expect(text?.textContent).toBe('<b onclick="x">Listens</b>');
  expect(text?.children).toHaveLength(0);
});

test('on a phone the table is folded below the picture, and where there is room it simply stands there', async () => {
  const fold = (page: HTMLElement) => page.querySelector('details');
  expect(fold(await shown())?.open).toBe(false);
  wide = 700;
  const roomy = fold(await shown());
  expect([roomy?.open, roomy?.classList.contains('beside')]).toEqual([true, true]);
});

test('every figure stands in a table below, with its number of raters', async () => {
  const page = await shown();
  const [self, others, gap] = page.querySelectorAll('td');
  expect(self?.textContent.trim()).toBe('4.00');
  expect(others?.textContent.replaceAll(/\s+/g, ' ').trim()).toBe('3.50 n 6');
  expect(gap?.textContent.replaceAll(/\s+/g, ' ').trim()).toBe('+0.50 too close to call');
  expect(page.querySelector('th[scope="rowgroup"]')?.textContent.trim()).toBe('1 Listens');
});

test('a line of the table can be led to from elsewhere on the page, and takes the focus', async () => {
  const page = await shown();
  document.body.append(page);
  page.querySelector<HTMLElement>('[id="line-1"]')?.focus();
  expect(document.activeElement?.textContent.trim()).toBe('1 Listens');
});

test('laid out line by line on a phone it is still a table: every part says its role, and every figure its column', async () => {
  const page = await shown();
  const roles = ['table', 'thead', 'tbody', 'tr', 'thead th', 'tbody th', 'td'].map((part) =>
    page.querySelector(part)?.getAttribute('role'),
  );
  expect(roles).toEqual(['table', 'rowgroup', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']);
  expect([...page.querySelectorAll('td')].map((cell) => cell.dataset['column'])).toEqual(['Self', 'All others', 'Gap']);
});

test('a table that fits its place is no stop for the keyboard', async () => {
  expect((await shown()).querySelector('.kit-scroll')?.hasAttribute('tabindex')).toBe(false);
});
