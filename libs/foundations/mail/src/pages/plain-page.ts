import { createHash } from 'node:crypto';

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif;background:light-dark(#fbf9f4,#14181c);color:light-dark(#1b2430,#ece6da)}
main{max-width:36rem;margin:0 auto;padding:clamp(2rem,8vw,5rem) 1.25rem}
h1,h2{font:500 1.75rem/1.2 Georgia,serif;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin-top:2.5rem}
dt{color:light-dark(#525a64,#aeb0ac)}
dd{margin:0 0 1rem;overflow-wrap:anywhere}
li{margin-bottom:.5rem}
button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem;border:2px solid light-dark(#0b5f5a,#6fc7be);border-radius:3px;background:transparent;color:inherit}
:focus-visible{outline:3px solid light-dark(#0b5f5a,#6fc7be);outline-offset:2px}`;

/** For pages that a mail leads to: nothing but their own style, and at most a form that leads back to them. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page that works everywhere, without a script; `content` is markup, in which whatever is not ours has been escaped. */
export const plainPage = (heading: string, content: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${heading} · Facet</title><style>${STYLE}</style></head>
<body><main><h1>${heading}</h1>${content}</main></body></html>
`;

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
