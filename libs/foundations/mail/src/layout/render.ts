import Handlebars from 'handlebars';
import type { Button, Letter, LetterItem } from '../letters/letter';
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
  ...letter,
  subject: oneLine(letter.subject),
  preheader: oneLine(letter.preheader),
  organisation: oneLine(letter.organisation),
  heading: oneLine(letter.heading),
  paragraphs: letter.paragraphs.map(plain),
  items: letter.items.map(({ heading, message, paragraphs, below, ...pressed }) => ({
    ...pressed,
    heading: heading === null ? null : oneLine(heading),
    ...(message && { message: { from: oneLine(message.from), words: plain(message.words) } }),
    paragraphs: paragraphs.map(plain),
    below: (below ?? []).map(plain),
  })),
  after: letter.after.map(plain),
  smallPrint: letter.smallPrint.map(plain),
  ...(letter.stop && { stop: { label: oneLine(letter.stop.label), link: letter.stop.link } }),
});

const asText = (letter: Letter): string => {
  const { organisation, heading, paragraphs, items, after, smallPrint, genuine, stop } = letter;
  const below = [...smallPrint, ...[genuine, stop].flatMap(asLines)];
  return [organisation, heading, ...paragraphs, ...items.flatMap(itemAsText), ...after, '--', ...below].join('\n\n') + '\n';
};

const asLines = (button: Button | undefined): string[] => (button ? [`${button.label}\n${button.link}`] : []);

const itemAsText = ({ heading, paragraphs, button, below = [], message, code }: LetterItem): string[] => [
  ...(heading === null ? [] : [`* ${heading}`]),
  ...paragraphs,
  ...(button === null ? [] : [`${button.label}:\n${button.link}`]),
  ...below,
  ...(message ? [`${message.from} writes:`, message.words] : []),
  ...(code === null ? [] : [`${code.hint}\n${code.value}`]),
];
