/** Where in a framework something is wrong: keys of its objects and positions (from 0) in its lists. */
export type FrameworkPath = readonly (string | number)[];

export interface FrameworkFault {
  readonly path: FrameworkPath;
  readonly message: string;
}

/**
 * Takes an unknown value apart and keeps a list of all that is wrong with it. What is refused is read as empty, so that one
 * look finds every fault; the parts mean something only when `faults` is empty.
 */
export class Inspection {
  readonly #faults: FrameworkFault[] = [];

  get faults(): readonly FrameworkFault[] {
    return this.#faults;
  }

  refuse(path: FrameworkPath, message: string): void {
    this.#faults.push({ path, message });
  }

  /** An object with exactly these keys. Undefined, for which a missing key has already been refused, is passed over here and below. */
  record<Key extends string>(path: FrameworkPath, value: unknown, keys: readonly Key[]): Readonly<Record<Key, unknown>> {
    const given = new Map(isRecord(value) ? Object.entries(value) : []);
    if (value !== undefined && !isRecord(value)) this.refuse(path, `Here belongs a group of ${listed(keys)}.`);
    for (const key of given.keys())
      if (!keys.some((known) => known === key))
        this.refuse([...path, key], `“${shortened(key)}” is not known here. Known are ${listed(keys)}.`);
    if (isRecord(value)) for (const key of keys) if (given.get(key) === undefined) this.refuse(path, `“${key}” is missing.`);
    return Object.fromEntries(keys.map((key) => [key, given.get(key)])) as Record<Key, unknown>;
  }

  /** A list of `least` to `most` things, none of them undefined. */
  list(path: FrameworkPath, value: unknown, things: string, { least, most }: { least: number; most: number }): readonly unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.refuse(path, `Here belongs a list of ${things}.`);
    else if (value.length < least || value.length > most)
      this.refuse(path, `Here belong ${least} to ${most} ${things}, not ${value.length}.`);
    else return Array.from(value, (item: unknown) => item ?? null);
    return [];
  }

  /** One paragraph of 1 to `longest` characters (UTF-16 code units), without control characters or lone halves of a pair of code units. */
  text(path: FrameworkPath, value: unknown, longest: number): string {
    if (value === undefined) return '';
    if (typeof value !== 'string') this.refuse(path, 'Here belongs a text. If it looks like a number or like true, put it in quotes.');
    else if (value.trim() === '') this.refuse(path, 'This text is empty.');
    else if (value.length > longest) this.refuse(path, `This text has ${value.length} characters; it may have ${longest}.`);
    else if (/[\n\r\u2028\u2029]/.test(value))
      this.refuse(path, 'This text has a line break in it. In YAML, “>-” before a text joins its lines.');
    else if (/\p{Cc}/u.test(value)) this.refuse(path, 'This text has an invisible control character in it.');
    else if (/\p{Cs}/u.test(value)) this.refuse(path, 'This text has half a character in it.');
    else return value;
    return '';
  }
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (keys: readonly string[]): string => keys.map((key) => `“${key}”`).join(', ');

const shortened = (key: string): string => (key.length > 40 ? `${key.slice(0, 40)}…` : key);
