import type { Wording } from './wording';

export interface Filled {
  readonly subject: string;
  readonly heading: string;
  /** Those before the button. */
  readonly paragraphs: readonly string[];
  /** Those after it. */
  readonly after: readonly string[];
}

export const LINK = '{link}';

/** Puts the values in. Each is put in once and read as text: braces in a name are the braces of that name. */
export function fill({ subject, heading, paragraphs }: Wording, values: Readonly<Record<string, string>>): Filled {
  const put = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
  const at = paragraphs.indexOf(LINK);
  const before = at === -1 ? paragraphs : paragraphs.slice(0, at);
  return {
    subject: put(subject),
    heading: put(heading),
    paragraphs: before.map(put),
    after: paragraphs.slice(before.length + 1).map(put),
  };
}
