import Handlebars from 'handlebars';
import type { Letter, LetterItem } from '../letters/letter';
import { layout } from './letter.compiled';
import { oneLine, plain } from './plain';

export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

// Values are escaped and never read as templates; a name that is missing from the letter is a bug and throws.
const fill = Handlebars.compile<Letter>(layout, { strict: true, knownHelpersOnly: true });

/** The same letter in HTML and in plain text; each is complete without the other. */
export function render(letter: Letter): RenderedLetter {
  const clean = cleaned(letter);
  return { subject: clean.subject, html: fill(clean), text: asText(clean) };
}

const cleaned = (letter: Letter): Letter => ({
  subject: oneLine(letter.subject),
  preheader: oneLine(letter.preheader),
  organisation: oneLine(letter.organisation),
  heading: oneLine(letter.heading),
  paragraphs: letter.paragraphs.map(plain),
  items: letter.items.map(({ heading, paragraphs, button, code }) => ({
    heading: heading === null ? null : oneLine(heading),
    paragraphs: paragraphs.map(plain),
    button,
    code,
  })),
  smallPrint: letter.smallPrint.map(plain),
});

const asText = (letter: Letter): string =>
  [letter.organisation, letter.heading, ...letter.paragraphs, ...letter.items.flatMap(itemAsText), '--', ...letter.smallPrint].join(
    '\n\n',
  ) + '\n';

const itemAsText = ({ heading, paragraphs, button, code }: LetterItem): string[] => [
  ...(heading === null ? [] : [`* ${heading}`]),
  ...paragraphs,
  ...(button === null ? [] : [`${button.label}:\n${button.link}`]),
  ...(code === null ? [] : [`${code.hint}\n${code.value}`]),
];
