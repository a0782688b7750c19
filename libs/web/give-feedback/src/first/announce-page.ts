/**
 * Another page is on the screen. The tab is called what the page says first, and the focus goes to the named field, to the first
 * choice of the named group, or to the heading at the top: a screen reader then reads on from there.
 */
export const announcePage = (focus?: string): void => {
  const [heading, where] = ['h1', '.where'].map((part) => document.querySelector<HTMLElement>(part));
  if (heading) document.title = [...new Set([where?.textContent, heading.textContent])].filter(Boolean).join(': ');
  const named = focus === undefined ? null : document.getElementById(focus);
  if (named) {
    named.scrollIntoView({ block: 'start' });
    (named.querySelector('input') ?? named).focus({ preventScroll: true });
  } else {
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  }
};
