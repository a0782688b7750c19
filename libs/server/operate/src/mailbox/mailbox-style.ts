/** The kit's colours and distances; served as a file of its own, because pages of ours have no inline styles. */
export const mailboxStyle = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f4, #14181c);
  --sheet: light-dark(#fffefb, #1b2025);
  --ink: light-dark(#1b2430, #ece6da);
  --ink-soft: light-dark(#525a64, #aeb0ac);
  --rule: light-dark(#dfd8c9, #333b42);
  --accent: light-dark(#0b5f5a, #6fc7be);
  font: 1.0625rem / 1.5 'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif;
}
body { margin: 0; background: var(--paper); color: var(--ink); }
header, main { margin-inline: auto; max-width: 56rem; padding-inline: clamp(1rem, 4vw, 3rem); }
header { border-block-end: 1px solid var(--rule); padding-block: 0.75rem; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
nav a { color: var(--ink); min-height: 2.75rem; display: inline-flex; align-items: center; gap: 0.5rem; text-decoration: none; }
nav a:not(:first-child) { text-decoration: underline; text-decoration-color: var(--rule); }
nav a:first-child::before { background: url('/mark.svg') center / contain no-repeat; content: ''; height: 1.75rem; width: 1.75rem; }
nav a:first-child { font: 500 1.375rem 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif; }
main { padding-block: clamp(2rem, 5vw, 4rem) 6rem; }
h1, h2 { font-family: 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif; font-weight: 500; line-height: 1.2; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.5rem); margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 3rem 0 0.75rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.lede { font-size: 1.25rem; max-width: 40rem; }
.mails { list-style: none; margin: 2rem 0; padding: 0; }
.mails li { border-block-start: 1px solid var(--rule); display: grid; gap: 0.125rem; padding-block: 0.75rem; }
.mails a { font-size: 1.125rem; overflow-wrap: anywhere; padding-block: 0.25rem; }
.mails span, .mails time { color: var(--ink-soft); font-size: 0.9375rem; overflow-wrap: anywhere; }
dl { display: grid; gap: 0.25rem 1.5rem; grid-template-columns: max-content 1fr; }
dt { color: var(--ink-soft); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { border: 1px solid var(--rule); border-radius: 3px; box-sizing: border-box; height: 44rem; max-height: 85vh; width: 100%; }
pre { background: var(--sheet); border: 1px solid var(--rule); border-radius: 3px; font: inherit; overflow-wrap: anywhere; padding: 1.5rem; white-space: pre-wrap; }
`;
