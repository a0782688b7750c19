import { hasUnseen } from '../layout/plain';
import { builtIn, type WordingKey } from './built-in';
import { LINK } from './fill';
import type { Wording } from './wording';

export interface WordingFault {
  readonly field: 'subject' | 'heading' | 'text';
  readonly message: string;
}

/** Longer subjects are cut off by every mail program. */
const LONGEST_LINE = 150;
const LONGEST_TEXT = 4_000;
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]+/;

/** Everything that keeps a wording from being used for letters of this kind; nothing, where it may be. */
export function wordingFaults(key: WordingKey, { subject, heading, paragraphs }: Wording): WordingFault[] {
  const known: readonly string[] = builtIn[key].placeholders.map((name) => `{${name}}`);
  const text = paragraphs.join('\n\n');
  return [
    ...lineFaults('subject', subject, known),
    ...lineFaults('heading', heading, known),
    ...[
      text.length > LONGEST_TEXT && `This is longer than ${LONGEST_TEXT} characters. Shorten it.`,
      ...shared(text, known),
      known.includes(LINK) && linkFault(paragraphs),
    ].flatMap(inField('text')),
  ];
}

function lineFaults(field: 'subject' | 'heading', line: string, known: readonly string[]): WordingFault[] {
  return [
    LINE_BREAK.test(line) && 'This is one line: take the line break out.',
    line.length > LONGEST_LINE && `This is longer than ${LONGEST_LINE} characters. Shorten it.`,
    line.includes(LINK) && `${LINK} stands in the text, not here.`,
    ...shared(line.replace(LINE_BREAK, ' '), known),
  ].flatMap(inField(field));
}

function shared(text: string, known: readonly string[]): (string | false)[] {
  const braced = [...new Set(text.match(/\{+[^{}]*\}+/g))];
  const unknown = braced.filter((name) => !known.includes(name));
  const lone = braced.reduce((rest, name) => rest.replaceAll(name, ''), text);
  return [
    text.trim() === '' && 'Write something here.',
    hasUnseen(text) && 'There are characters in this that nobody can see. Type it again.',
    unknown.length > 0 && `${unknown.join(' and ')} ${unknown.length > 1 ? 'are' : 'is'} not known here. There are: ${known.join(', ')}.`,
    /[{}]/.test(lone) && 'There is a brace without its other half. Braces stand round the name of a placeholder only.',
  ];
}

function linkFault(paragraphs: readonly string[]): string | false {
  const times = paragraphs.join('\n').split(LINK).length - 1;
  if (times === 0) return `${LINK} is missing. Without it the mail has no button; put it alone in a paragraph.`;
  return (times > 1 || !paragraphs.includes(LINK)) && `${LINK} stands once, alone in a paragraph: an empty line before it and after it.`;
}

const inField =
  (field: WordingFault['field']) =>
  (message: string | false): WordingFault[] =>
    message === false ? [] : [{ field, message }];
