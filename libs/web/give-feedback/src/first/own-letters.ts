const faces = ['1em "Atkinson Hyperlegible Next Variable"', '1em "Source Serif 4 Variable"'];

let state: 'absent' | 'asked' | 'here' = 'absent';

/** Facet's own typefaces: fetched once the first question is on the page, put on between two pages so that no line moves under a reader. */
export const ownLetters = {
  fetch(): void {
    if (state !== 'absent') return;
    state = 'asked';
    void Promise.all(faces.map((face) => document.fonts.load(face))).then(() => (state = 'here'));
  },
  putOn(): void {
    if (state === 'here') document.documentElement.classList.add('own-letters');
  },
};
