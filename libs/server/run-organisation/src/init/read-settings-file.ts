import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readTextFile } from '../read-text-file';

export type SettingsFile =
  { readonly read: true; readonly given: Readonly<Record<string, string>> } | { readonly read: false; readonly reason: string };

/** The settings in a YAML file, one a line, each as the text that a person would type; whether they are right is not asked here. */
export const readSettingsFile = async (path: string): Promise<SettingsFile> => {
  const file = await readTextFile(path);
  if (!file.read) return file;
  // Without a schema of types every value stays the text that was written: 08:00 is no number of minutes.
  const { contents, errors, warnings } = parseDocument(file.text, { schema: 'failsafe', prettyErrors: false });
  const [wrong] = [...errors, ...warnings];
  if (wrong) return { read: false, reason: `This is not YAML: ${wrong.message}.` };
  const pairs = isMap(contents) ? contents.items.map(({ key, value }) => [textOf(key), textOf(value)] as const) : [];
  const given = Object.fromEntries(pairs.filter((pair): pair is readonly [string, string] => !pair.includes(null)));
  if (pairs.length > 0 && Object.keys(given).length === pairs.length) return { read: true, given };
  return { read: false, reason: 'A file of settings has one on each line, for instance “zone: Europe/London”.' };
};

/** A list is as good as its entries in one line. */
const textOf = (node: unknown): string | null => {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : null;
  if (!isSeq(node)) return null;
  const entries = node.items.map(textOf);
  return entries.includes(null) ? null : entries.join(', ');
};
