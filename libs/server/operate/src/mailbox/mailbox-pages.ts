import { dateInWords } from '@facet/platform';
import type { Address, Email } from 'postal-mime';
import type { KeptMail } from './kept-mails';

export const listPage = (mails: readonly KeptMail[]): string =>
  page(
    'Mailbox of the demo',
    `<p class="lede">Every mail that Facet has sent in this demo, the newest first. Nothing has left this machine.</p>
    ${mails.length === 0 ? '<p>No mail has arrived yet. <a href="/mailbox">Look again</a></p>' : `<ol class="mails">${mails.map(entry).join('')}</ol>`}`,
  );

const entry = ({ id, mail }: KeptMail): string =>
  `<li><a href="/mailbox/${escape(id)}">${text(mail.subject ?? 'Without a subject')}</a>
    <span>to ${people(mail.to)}</span> <time>${when(mail)}</time></li>`;

export const mailPage = ({ id, mail }: KeptMail): string =>
  page(
    mail.subject ?? 'Without a subject',
    `<dl>
      <dt>From</dt><dd>${people(mail.from && [mail.from])}</dd>
      <dt>To</dt><dd>${people(mail.to)}</dd>
      <dt>Replies to</dt><dd>${people(mail.replyTo)}</dd>
      <dt>Sent</dt><dd>${when(mail)}</dd>
    </dl>
    ${htmlAndText(`/mailbox/${escape(id)}/html`, mail.text ?? '')}`,
  );

/** Both parts of a mail; the HTML is another page, which may do nothing. */
export const htmlAndText = (html: string, plain: string): string => `<h2>As most mail programs show it</h2>
    <iframe title="The mail as HTML" src="${html}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
    <h2>As plain text</h2>
    <pre>${withLinks(plain)}</pre>`;

export const page = (title: string, content: string): string => `<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)} · Facet</title>
  <link rel="icon" href="/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/mailbox/style.css">
</head>
<body>
  <header><nav aria-label="Facet"><a href="/">Facet</a> <a href="/mailbox">Mailbox</a> <a href="/mailbox/letters">Every letter</a></nav></header>
  <main>
    <h1>${text(title)}</h1>
    ${content}
  </main>
</body>
</html>
`;

const people = (addresses: readonly Address[] | undefined): string =>
  (addresses ?? []).map(({ name, address }) => `${text(name)} &lt;${text(address ?? '')}&gt;`).join(', ');

/** Whoever reads this page sits at this machine: its zone is theirs. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const when = ({ date }: Email): string => {
  const instant = new Date(date ?? '');
  return Number.isNaN(instant.getTime()) ? '' : escape(dateInWords(instant, zone));
};

/** Text of people: isolated, so that a name written from right to left does not turn its surroundings around. */
const text = (plain: string): string => `<bdi>${escape(plain)}</bdi>`;

/** Only addresses that begin with http become links. */
const withLinks = (plain: string): string =>
  plain
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escape(part)}" target="_blank" rel="noreferrer">${escape(part)}</a>` : escape(part)))
    .join('');

export const escape = (plain: string): string => plain.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
