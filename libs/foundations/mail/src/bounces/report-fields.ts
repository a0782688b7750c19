/** The fields of one block of a report, by name in small letters; where a name stands twice, the first counts. */
export type Fields = ReadonlyMap<string, string>;

/** "Name: value" in blocks parted by empty lines, long values folded over several lines (RFC 3464, section 2.1). Anything else is passed over. */
export function readBlocks(text: string): Fields[] {
  const lines = text.split(/\r?\n/);
  const blocks: Map<string, string>[] = [];
  let block: Map<string, string> | undefined;
  let name = '';
  for (const line of lines) {
    if (line.trim() === '') {
      block = undefined;
      continue;
    }
    if (block === undefined) {
      block = new Map<string, string>();
      blocks.push(block);
    }
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) {
      block.set(name, `${block.get(name) ?? ''} ${line.trim()}`);
    } else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase();
      if (!block.has(name)) block.set(name, line.slice(colon + 1).trim());
    }
  }
  return blocks;
}
