import type { ComponentFixture } from '@angular/core/testing';

/** A page as a test finds its way on it: by what a person reads or hears. For specs only. */
export const lookAt = (fixture: Pick<ComponentFixture<unknown>, 'nativeElement' | 'detectChanges'>) => {
  const page = fixture.nativeElement as HTMLElement;
  const named = (selector: string, name: string): HTMLElement => {
    const found = [...page.querySelectorAll<HTMLElement>(selector)].filter((element) => nameOf(element, page) === name);
    const [only, ...more] = found;
    if (!only || more.length > 0) throw new Error(`${found.length} elements are called “${name}”. On the page: ${text(page)}`);
    return only;
  };
  // Not whenStable(): a page that waits for a request is at rest too, and the test answers the request later.
  const settle = async () => {
    await turn();
    fixture.detectChanges();
    await turn();
  };
  return {
    page,
    settle,
    /** For what a timer brings about: looks again until it has happened; the test's time limit ends it. */
    until: async (happened: () => boolean) => {
      while (!happened()) await settle();
    },
    text: () => text(page),
    button: (name: string) => named('button', name) as HTMLButtonElement,
    buttons: () => [...page.querySelectorAll('button')].map((button) => text(button)),
    link: (name: string) => named('a', name) as HTMLAnchorElement,
    control: (label: string) => named('input, textarea, select', label) as HTMLInputElement,
    heading: (name: string) => named('h1, h2, h3', name),
    type: async (label: string, typed: string) => {
      const control = named('input, textarea, select', label) as HTMLInputElement;
      control.value = typed;
      for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
      await settle();
    },
    press: async (name: string) => {
      named('button', name).click();
      await settle();
    },
  };
};

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Pieces of text that stand apart on the page stand apart here. */
const text = (element: Element): string => {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent ?? '');
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
};

const nameOf = (element: HTMLElement, page: HTMLElement): string => {
  const labelledBy = element.getAttribute('aria-labelledby');
  const labels = (element as HTMLInputElement).labels as NodeListOf<HTMLLabelElement> | undefined;
  const label = labelledBy === null ? labels?.[0] : page.querySelector(`[id="${labelledBy}"]`);
  return element.getAttribute('aria-label') ?? text(label ?? element);
};
