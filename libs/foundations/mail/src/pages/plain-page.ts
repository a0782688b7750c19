import { createHash } from 'node:crypto';

// The colours, sizes and distances of the kit, as far as these pages need them: they load nothing.
const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#fbf9f4,#14181c);--ink:light-dark(#1b2430,#ece6da);--ink-soft:light-dark(#525a64,#aeb0ac);--rule:light-dark(#dfd8c9,#333b42);--accent:light-dark(#0b5f5a,#6fc7be);--on-accent:light-dark(#fbf9f4,#0d1b1b);--heading-font:'Source Serif 4','Iowan Old Style',Georgia,serif;font:1.0625rem/1.5 'Atkinson Hyperlegible Next',system-ui,sans-serif;background:var(--paper);color:var(--ink)}
body{margin:0}
header,main{margin-inline:auto;max-width:44rem;padding-inline:clamp(1rem,4vw,3rem)}
header{align-items:center;border-block-end:1px solid var(--rule);display:flex;font:500 1.375rem/1 var(--heading-font);gap:.5rem;min-height:4.25rem}
svg{fill:var(--accent);height:1.75rem;stroke:var(--paper);stroke-linejoin:round;stroke-width:3;width:1.75rem}
main{padding-block:clamp(2rem,5vw,4rem) 6rem}
h1,h2{font:500 clamp(1.75rem,1.4rem + 1.6vw,2.5rem)/1.2 var(--heading-font);margin:0 0 1.25rem;overflow-wrap:anywhere}
h2{font-size:1.5625rem;margin-block:3rem .75rem}
p{margin:0 0 1rem;max-width:68ch}
dl{margin:0}
dt{color:var(--ink-soft)}
dd{margin:0 0 1rem;overflow-wrap:anywhere}
ol,ul{margin:0 0 1rem;padding-inline-start:1.5rem}
li{margin-block-end:.5rem;overflow-wrap:anywhere}
form{margin-block-start:2rem}
button{background:var(--accent);border:2px solid var(--accent);border-radius:3px;color:var(--on-accent);cursor:pointer;font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`;

/** A seven-sided stone, as on every page of Facet. */
const MARK =
  '<svg viewBox="0 0 100 100" aria-hidden="true"><path d="M50 2 87.5 20.1 66.4 36.9 50 29ZM87.5 20.1 96.8 60.7 70.5 54.7 66.4 36.9ZM96.8 60.7 70.8 93.2 59.1 68.9 70.5 54.7ZM70.8 93.2H29.2L40.9 68.9H59.1ZM29.2 93.2 3.2 60.7 29.5 54.7 40.9 68.9ZM3.2 60.7 12.5 20.1 33.6 36.9 29.5 54.7ZM12.5 20.1 50 2V29L33.6 36.9Z"/></svg>';

/** For pages that a mail leads to: nothing but their own style, the mark, and at most a form that leads back to them. */
export const PAGE_POLICY = `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page that works everywhere, without a script; `content` is markup, in which whatever is not ours has been escaped. */
export const plainPage = (heading: string, content: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="/mark.svg" type="image/svg+xml"><title>${heading} · Facet</title><style>${STYLE}</style></head>
<body><header>${MARK}Facet</header><main><h1>${heading}</h1>${content}</main></body></html>
`;

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
