import type { BadLine } from './bad-lines';
import { readGroup } from './group-names';
import { readRecords, type Separator } from './records';

/** What stands on one line, not yet checked. */
export interface Parts {
  readonly name: string;
  readonly address: string;
  readonly group: string;
}

/**
 * The parts of a line without a header: `Name <address>, group`, or cells in any order between commas, semicolons or tabs.
 * A name may hold commas ("Hill, Sam <…>"); what stands behind the closing bracket is the group.
 */
export function readParts(line: string): Parts | BadLine {
  const bracketed = /^(?<name>[^<]*)<(?<address>[^<>]*)>(?<rest>[^<>]*)$/.exec(line)?.groups;
  if (bracketed !== undefined) return fromBrackets(bracketed['name'] ?? '', bracketed['address'] ?? '', bracketed['rest'] ?? '');
  if (line.includes('@') && /<[^<>]*>.*<[^<>]*>/.test(line)) return 'several addresses';
  const { records, unclosed } = readRecords(line, separatorOf(line));
  return unclosed === null ? fromCells(records[0]?.cells ?? []) : 'unclosed quote';
}

function fromBrackets(before: string, address: string, after: string): Parts | BadLine {
  if (/@\S/.test(after)) return 'several addresses';
  const name = before.trim();
  const quoted = /^"(.*)"$/.exec(name)?.[1];
  if (quoted === undefined && name.startsWith('"')) return 'unclosed quote';
  return { name: (quoted ?? name).trim(), address, group: after.replace(/^[\s,;]+/, '').replace(/[\s,;]+$/, '') };
}

function fromCells(cells: readonly string[]): Parts | BadLine {
  const filled = cells.filter((cell) => cell !== '');
  const addresses = filled.filter((cell) => /\S@|@\S/.test(cell));
  const [address] = addresses;
  if (address === undefined) return 'no address';
  if (addresses.length > 1) return 'several addresses';
  const others = filled.filter((cell) => cell !== address);
  const group = others.findLast((cell) => readGroup(cell) !== null) ?? (others.length > 1 ? (others.at(-1) ?? '') : '');
  return { name: others.filter((cell) => cell !== group).join(', '), address, group };
}

const separatorOf = (line: string): Separator => (line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',');
