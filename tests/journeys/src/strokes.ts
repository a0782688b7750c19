import type { Page } from '@playwright/test';

/** Choosing a file in the system's own dialog, which no page sees: the file and “Open”. */
export const CHOOSING_A_FILE = 2;

/** Counts what a person does on a page from now on, without a reload: every key that goes down, and every tap or click. */
export async function countStrokes(page: Page): Promise<() => Promise<number>> {
  const counted = await page.evaluateHandle(() => {
    const strokes = { count: 0 };
    for (const kind of ['keydown', 'pointerdown'])
      addEventListener(kind, (event) => (strokes.count += event.isTrusted ? 1 : 0), { capture: true });
    return strokes;
  });
  return () => counted.evaluate(({ count }) => count);
}
