/** What a line of a worksheet document is. `spare` are cells beside the one that counts. */
export type Row =
  | { readonly kind: 'table heading'; readonly name: string; readonly spare: readonly string[] }
  | { readonly kind: 'worksheet heading'; readonly quality: string; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'definition'; readonly quality: string; readonly text: string; readonly spare: readonly string[] }
  | {
      readonly kind: 'behaviour';
      readonly quality: string;
      readonly code: string;
      readonly text: string;
      /** Code and text stand in cells of their own, as in a definition table; a worksheet has them in one. */
      readonly parted: boolean;
      readonly spare: readonly string[];
    }
  | { readonly kind: 'question'; readonly text: string; readonly spare: readonly string[] }
  | { readonly kind: 'conversation'; readonly text: string }
  | { readonly kind: 'other' };

/** Reads one line's cells. Inside a definition table a definition may stand in one cell with its number. */
export const recogniseRow = (cells: readonly string[], inTable: boolean): Row =>
  worksheetHeading(cells) ??
  tableHeading(cells) ??
  behaviour(cells) ??
  definition(cells, inTable) ??
  question(cells) ??
  conversation(cells) ?? { kind: 'other' };

const number = '([1-9]\\d?)';
const dash = '[:–—-]';
const worksheetHeadings = [
  new RegExp(`^${number}[.):]? ?(?:leadership )?quality ?${dash} ?(.+)$`, 'i'),
  new RegExp(`^(?:leadership )?quality ${number} ?${dash} ?(.+)$`, 'i'),
];

const worksheetHeading = ([first = '', ...columns]: readonly string[]): Row | undefined => {
  const [, quality, name] = worksheetHeadings.map((heading) => heading.exec(first)).find(Boolean) ?? [];
  return quality && name ? { kind: 'worksheet heading', quality, name, columns } : undefined;
};

const tableHeading = ([first = '', ...others]: readonly string[]): Row | undefined => {
  if (/^definition:?$/i.test(first)) return others[0] ? { kind: 'table heading', name: others[0], spare: others.slice(1) } : undefined;
  const [, name] = /^(?:[Dd]efinition|DEFINITION)(?: ?: ?| )(\p{Lu}.*)$/u.exec(first) ?? [];
  return name ? { kind: 'table heading', name, spare: others } : undefined;
};

const behaviour = (cells: readonly string[]): Row | undefined => {
  const coded = startingWith(new RegExp(`^(${number}\\.${number})[.:)]?$`), new RegExp(`^(${number}\\.${number})[.:)]? (.+)$`), cells);
  if (!coded) return undefined;
  const [, code = '', quality = ''] = coded.match;
  return { kind: 'behaviour', quality, code, text: coded.text, parted: coded.parted, spare: coded.spare };
};

const definition = (cells: readonly string[], inTable: boolean): Row | undefined => {
  const coded = startingWith(new RegExp(`^${number}[.:)]?$`), new RegExp(`^${number}[.:)]? (.+)$`), cells);
  if (!coded || !(coded.parted || inTable)) return undefined;
  return { kind: 'definition', quality: coded.match[1] ?? '', text: coded.text, spare: coded.spare };
};

/** A code and the text after it, in a cell of its own or in the same; a text without a word is none. */
const startingWith = (code: RegExp, codeAndText: RegExp, [first = '', ...others]: readonly string[]) => {
  const alone = code.exec(first);
  const match = alone ?? codeAndText.exec(first);
  const text = (alone ? others[0] : match?.at(-1)) ?? '';
  if (!match || !/\p{L}{2}/u.test(text)) return undefined;
  return { match, text, parted: alone !== null, spare: alone ? others.slice(1) : others };
};

const bullet = /^(?:[-–—•‣⁃∙·*▪▫◦●○■□➢➤►✓✔→\uF0A7\uF0B7]|o(?= |$)) ?/;

const question = (cells: readonly string[]): Row | undefined => {
  const [first = '', ...others] = cells;
  const mark = bullet.exec(first)?.[0];
  if (mark === undefined) return undefined;
  const [text = '', ...spare] = mark === first ? others : [first.slice(mark.length), ...others];
  return /\p{L}{2}.*\?$/u.test(text) ? { kind: 'question', text, spare } : undefined;
};

/** A sentence of its own that asks the leader to talk with somebody. */
const conversation = (cells: readonly string[]): Row | undefined => {
  const [text = ''] = cells;
  const asks =
    cells.length === 1 &&
    /^\p{Lu}.*[.!?]$/u.test(text) &&
    text.split(' ').length >= 6 &&
    /\b(?:talk|speak|discuss|conversation|tell|share|ask)\b/i.test(text) &&
    /\b(?:colleague|peer|partner|friend|coach|someone|somebody|manager)\b/i.test(text);
  return asks ? { kind: 'conversation', text } : undefined;
};
