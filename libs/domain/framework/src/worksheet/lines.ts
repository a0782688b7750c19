/** A line of a worksheet document that has something on it, tidied: its cells, none of them empty, and what was taken off. */
export interface Line {
  /** Counts from 1, as an editor does. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Marks of formatting that were removed, as they stood: `<i>`. */
  readonly tags: readonly string[];
  /** Numbers of the lines that go on with this one's last sentence. */
  readonly joined: readonly number[];
}

const tag = /<\/?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,200})?\/?>/g;
const tagBeforePunctuation = new RegExp(`${tag.source}[^\\S\\t]+(?=[.,;:!?)])`, 'g');
const tagThatParts = /^<\/?(?:br|p|div|li|td|tr)\b/i;

/**
 * The lines of a text, without what copying left in it. Only white space, tags, and the space that a removed tag leaves before a
 * full stop or comma are changed; every word stays.
 */
export const readLines = (text: string): readonly Line[] =>
  joinWrapped(
    text.split(/\r\n|\n|\r/).flatMap((line, at) => {
      const cells = withoutTags(line).split('\t').map(tidy).filter(Boolean);
      return cells.length > 0 ? [{ number: at + 1, cells, tags: line.match(tag) ?? [], joined: [] }] : [];
    }),
  );

/** All white space, a byte order mark included, as single spaces. */
const tidy = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

const withoutTags = (line: string): string =>
  line.replace(tagBeforePunctuation, '').replace(tag, (mark) => (tagThatParts.test(mark) ? ' ' : ''));

/** More lines than any sentence has, so that a file of another kind is not read as one endless one. */
const mostJoined = 20;

/** A text copied from a page breaks its sentences at the margin: a line that begins in lower case goes on with an unfinished one. */
const joinWrapped = (lines: readonly Line[]): readonly Line[] => {
  const whole: Line[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before && continues(before, line)) whole[whole.length - 1] = together(before, line);
    else whole.push(line);
  }
  return whole;
};

const continues = (before: Line, { number, cells }: Line): boolean =>
  number === (before.joined.at(-1) ?? before.number) + 1 &&
  before.joined.length < mostJoined &&
  cells.length === 1 &&
  cells.every((text) => /^(?!o )\p{Ll}[^)]/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 4) &&
  !/[.?!)\]"”]$/.test(before.cells.at(-1) ?? '');

const together = (before: Line, line: Line): Line => ({
  ...before,
  cells: [...before.cells.slice(0, -1), [before.cells.at(-1), ...line.cells].join(' ')],
  tags: [...before.tags, ...line.tags],
  joined: [...before.joined, line.number],
});
