import type { InvitedGroupCode } from '../groups';
import { lineWith, rowsOf } from './as-lines';
import { groupWord, readGroup } from './group-names';
import { readParts } from './parts';

/** A colleague as one line of a list; without a group where it is null. */
export const lineOf = (name: string, email: string, group: InvitedGroupCode | null): string =>
  lineWith({ name, address: email, group: group === null ? '' : groupWord[group] });

/**
 * The list with the colleague on this line, counted from 1, in this group; every other line stays as it is. A table becomes plain
 * lines first. A line that cannot be read as a colleague is left alone.
 */
export function withGroup(text: string, line: number, group: InvitedGroupCode): string {
  const rows = rowsOf(text);
  const lines = rows ? rows.map(({ content }) => content) : text.split(/\r\n|\r|\n/);
  const at = rows ? rows.findIndex((row) => row.line === line) : line - 1;
  const content = lines[at]?.replace(/^\uFEFF/, '').trim() ?? '';
  const parts = readParts(content);
  if (content === '' || typeof parts === 'string') return text;
  // Without brackets, what is no group may be half of a name ("Hill, Sam"): it is not thrown away.
  const isPartOfName = parts.group !== '' && readGroup(parts.group) === null && !content.includes('<');
  const name = isPartOfName ? `${parts.name}, ${parts.group}` : parts.name;
  lines[at] = lineWith({ name, address: parts.address, group: groupWord[group] });
  return lines.join('\n');
}
