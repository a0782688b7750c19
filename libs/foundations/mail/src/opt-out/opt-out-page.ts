import { createHash } from 'node:crypto';
import type { Stopping } from './opt-out';

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif;background:light-dark(#fbf9f4,#14181c);color:light-dark(#1b2430,#ece6da)}
main{max-width:36rem;margin:0 auto;padding:clamp(2rem,8vw,5rem) 1.25rem}
h1{font:500 1.75rem/1.2 Georgia,serif;overflow-wrap:anywhere}
button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem;border:2px solid light-dark(#0b5f5a,#6fc7be);border-radius:3px;background:transparent;color:inherit}
:focus-visible{outline:3px solid light-dark(#0b5f5a,#6fc7be);outline-offset:2px}`;

/** Nothing but its own style, and a form that leads back here. */
export const OPT_OUT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** What RFC 8058 has mail programs post, and what the button posts. */
export const STOP = 'List-Unsubscribe=One-Click';
export const RESUME = 'Reminders=Again';

export function optOutPage({ organisation, stopped }: Stopping): string {
  const name = escaped(organisation);
  return stopped
    ? page(
        'No more reminders',
        `<p>${name} will not remind you any more. Nobody there is told. If you have been asked for feedback, the link in your mail still works.</p>`,
        button(RESUME, 'Remind me again'),
      )
    : page(
        `Reminders from ${name}`,
        `<p>You are reminded when a round that you have been asked about closes soon and you have not answered.</p>`,
        button(STOP, 'No more reminders'),
      );
}

export const unknownPage = (): string =>
  page(
    'This address leads nowhere',
    '<p>It may be damaged, or the mail it stood in has been cleared away. Copy it again as a whole, or reply to the mail: a person reads the answers.</p>',
    '',
  );

function button(field: string, label: string): string {
  const [name = '', value = ''] = field.split('=');
  return `<form method="post"><button name="${name}" value="${value}">${label}</button></form>`;
}

const page = (heading: string, words: string, action: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${heading} · Facet</title><style>${STYLE}</style></head>
<body><main><h1>${heading}</h1>${words}${action}</main></body></html>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
