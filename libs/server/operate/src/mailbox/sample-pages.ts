import { letterNames, type RenderedLetter } from '@facet/mail';
import { escape, htmlAndText, page } from './mailbox-pages';

export const samplesPage = (): string =>
  page(
    'Every letter',
    `<p class="lede">One of each kind, with made-up people. Their links open nothing.</p>
    <ol class="mails">${Object.entries(letterNames).map(entry).join('')}</ol>`,
  );

const entry = ([letter, { name, to }]: [string, { readonly name: string; readonly to: string }]): string =>
  `<li><a href="/mailbox/letters/${escape(letter)}">${escape(name)}</a> <span>to ${escape(to)}</span></li>`;

export const samplePage = (letter: string, { subject, text }: RenderedLetter): string =>
  page(subject, htmlAndText(`/mailbox/letters/${escape(letter)}/html`, text));
