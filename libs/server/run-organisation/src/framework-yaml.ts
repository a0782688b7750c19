import { type Framework, type FrameworkPath, validateFramework } from '@facet/domain-framework';
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** Something wrong at a place in a text, or with the text as a whole (`at` null). Lines and columns count from 1. */
export interface TextFault {
  readonly at: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

export type ParsedFramework =
  { readonly valid: true; readonly framework: Framework } | { readonly valid: false; readonly faults: readonly TextFault[] };

/** A person mends a few faults at a time; a file of another kind would have thousands. */
const mostFaults = 50;

/** The framework that a YAML text holds, or what is wrong with it and where. */
export const parseFramework = (yaml: string): ParsedFramework => {
  const lines = new LineCounter();
  // uniqueKeys compares every key with every other: a file of many keys would take minutes. `twice` looks instead.
  const document = parseDocument(yaml, {
    lineCounter: lines,
    uniqueKeys: false,
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
  });
  const at = (offset: number): TextFault['at'] => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const unreadable = [...syntaxFaults(document), ...notPlain(document)];
  if (unreadable.length > 0) return refused(unreadable, ({ offset, message }) => ({ at: at(offset), message }));

  const validated = validateFramework(document.toJS());
  if (validated.valid) return validated;
  return refused(validated.faults, ({ path, message }) => ({ at: at(offsetOf(document, path)), message }));
};

const refused = <Fault>(faults: readonly Fault[], placed: (fault: Fault) => TextFault): ParsedFramework => {
  const more = faults.length - mostFaults;
  const shown = faults.slice(0, mostFaults).map(placed);
  // Brackets that are not closed are all missed at the same place: said once.
  const once = new Map(shown.map((fault) => [`${fault.at?.line}:${fault.at?.column} ${fault.message}`, fault]));
  const inOrder = [...once.values()].sort(inTheOrderOfTheText);
  return { valid: false, faults: more > 0 ? [...inOrder, { at: null, message: `There are ${more} more errors.` }] : inOrder };
};

const inTheOrderOfTheText = (one: TextFault, other: TextFault): number =>
  one.at && other.at ? one.at.line - other.at.line || one.at.column - other.at.column : 0;

interface OffsetFault {
  readonly offset: number;
  readonly message: string;
}

const syntaxFaults = (document: Document): OffsetFault[] =>
  [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    offset: pos[0],
    message:
      code === 'MULTIPLE_DOCS'
        ? 'A file holds one framework; a second one begins here.'
        : code === 'RESOURCE_EXHAUSTION'
          ? 'This is nested too deeply.'
          : code === 'TAG_RESOLVE_FAILED'
            ? 'Tags (words that begin with “!”) are not used in a framework.'
            : `This is not YAML: ${message}.`,
  }));

/** YAML that a framework does without: aliases, which can make a small file enormous, and a key given twice. */
const notPlain = (document: Document): OffsetFault[] => {
  const faults: OffsetFault[] = [];
  visit(document, {
    Alias: (_, { range }) => {
      faults.push({ offset: range?.[0] ?? 0, message: 'Aliases (“*” and a name) are not used in a framework: write the text again.' });
    },
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) faults.push({ offset: key.range?.[0] ?? 0, message: `“${String(key.value)}” is there twice.` });
        seen.add(key.value);
      }
    },
  });
  return faults;
};

/** Where a path's last step stands: a key in a group, an item in a list. What is missing has its parent's place. */
const offsetOf = (document: Document, path: FrameworkPath): number => {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const place: unknown = pair ? pair.key : isCollection(node) ? node.get(step, true) : undefined;
    if (isNode(place)) offset = place.range?.[0] ?? offset;
    node = pair ? pair.value : place;
  }
  return offset;
};
