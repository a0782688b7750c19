import type { Dropped, Found, WorksheetReading } from '@facet/domain-framework';
import { counted } from './framework-in-words';

type Read = Extract<WorksheetReading, { read: true }>;
type Refused = Extract<WorksheetReading, { read: false }>;

/** What an import found, what it found worded in two ways and what it left out, for the person who holds the document. */
export const reportOfReading = (document: string, { framework, found, differences, dropped }: Read): string =>
  [
    `Found in ${document}: ${counted(found.qualities.length, 'quality', 'qualities')} with ${counted(
      framework.qualities.flatMap(({ behaviours }) => behaviours).length,
      'behaviour',
    )}`,
    ...found.qualities.map(
      ({ code, name, behaviours, definitionLine, worksheetLine }) =>
        `  ${code} ${name}: ${counted(behaviours, 'behaviour')} (definition on line ${definitionLine ?? '?'}, ${
          worksheetLine === null ? 'no worksheet' : `worksheet on line ${worksheetLine}`
        })`,
    ),
    `  ${counted(framework.reflection.length, 'reflection question')}, printed ${times(found.questionLists)}`,
    `  ${counted(framework.conversation.length, 'conversation')}, printed ${times(found.conversations)}`,
    ...warnings(found),
    '  Facet’s own, as the document has none: the scale and the two questions to colleagues',
    ...section('Worded in two ways', differences, ({ part, kept, other }) => [
      `  ${part}`,
      `    kept,     line ${kept.line} (${kept.from}): ${kept.text}`,
      `    not kept, line ${other.line} (${other.from}): ${other.text}`,
    ]),
    ...leftOut(dropped),
  ].join('\n');

export const reportOfRefusal = (document: string, { reasons, dropped }: Refused): string =>
  [`${document} could not be read as a framework:`, ...reasons.map((reason) => `  ${reason}`), ...leftOut(dropped)].join('\n');

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const warnings = ({ missing, joined }: Found): readonly string[] => [
  ...(missing.length > 0 ? [`  Missing in the numbering, so perhaps lost in copying: ${missing.join(', ')}`] : []),
  ...(joined.length > 0 ? [`  Put together with the line before: ${linesInWords(joined)}`] : []),
];

const why: Record<Dropped['why'], string> = {
  formatting: 'a mark of formatting',
  'column heading': 'a column heading',
  'filled in': 'somebody’s note in a worksheet',
  'extra cell': 'beside the text of a table',
  'nothing under it': 'a heading with nothing under it',
  'not recognised': 'not recognised',
};

/** The same thing in several places is one entry. */
const leftOut = (dropped: readonly Dropped[]): readonly string[] => {
  const places = Map.groupBy(dropped, (one) => `${why[one.why]}: ${shortened(one.text)}`);
  return section('Left out', [...places], ([what, all]) => [`  ${linesInWords([...new Set(all.map(({ line }) => line))])}: ${what}`]);
};

const mostShown = 60;

const section = <Item>(heading: string, items: readonly Item[], lines: (item: Item) => readonly string[]): readonly string[] => {
  if (items.length === 0) return [];
  const more = items.length > mostShown ? [`  and ${items.length - mostShown} more`] : [];
  return ['', heading, ...items.slice(0, mostShown).flatMap(lines), ...more];
};

const linesInWords = (lines: readonly number[]): string => {
  const shown = lines.slice(0, 12).join(', ');
  return `line${lines.length === 1 ? '' : 's'} ${shown}${lines.length > 12 ? ' …' : ''}`;
};

const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
