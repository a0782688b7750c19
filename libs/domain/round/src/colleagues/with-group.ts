import type { InvitedGroupCode } from '../groups';
import { lineWith, rowsOf } from './as-lines';
import { groupWord, readGroup } from './group-names';
import { type Parts, readParts } from './parts';

/** A colleague as one line of a list; without a group where it is null. */
export const lineOf = (name: string, email: string, group: InvitedGroupCode | null): string =>
  lineWith({ name, address: email, group: group === null ? '' : groupWord[group] });

/** Who is meant in a list that may have changed since it was read: `line` counts from 1, and an address says more than a line. */
export interface LineMeant {
  readonly line: number;
  readonly email: string;
}

/**
 * The list with this colleague in this group; every other line stays as it is. A table becomes plain lines first. A line that cannot
 * be read as a colleague is left alone.
 */
export function withGroup(text: string, { line, email }: LineMeant, group: InvitedGroupCode): string {
  const rows = rowsOf(text);
  const lines = rows ? rows.map(({ content }) => content) : text.split(/\r\n|\r|\n/);
  const byLine = rows ? rows.findIndex((row) => row.line === line) : line - 1;
  const byAddress = lines.findIndex((content) => isAt(content, email));
  const at = byAddress === -1 || isAt(lines[byLine], email) ? byLine : byAddress;
  const content = lines[at] ?? '';
  const parts = partsOf(content);
  if (parts === null) return text;
  // Without brackets, what is no group may be half of a name ("Hill, Sam"): it is not thrown away.
  const isPartOfName = parts.group !== '' && readGroup(parts.group) === null && !content.includes('<');
  const name = isPartOfName ? `${parts.name}, ${parts.group}` : parts.name;
  lines[at] = lineWith({ name, address: parts.address, group: groupWord[group] });
  return lines.join('\n');
}

const isAt = (content: string | undefined, email: string): boolean =>
  content !== undefined && partsOf(content)?.address.toLowerCase() === email.toLowerCase();

/** Null where the line is empty or no colleague. */
function partsOf(content: string): Parts | null {
  const plain = content.replace(/^\uFEFF/, '').trim();
  const parts = plain === '' ? 'no address' : readParts(plain);
  return typeof parts === 'string' ? null : parts;
}
