/** One wording of a part of the framework, and where it stands. */
export interface Wording {
  readonly text: string;
  readonly line: number;
  readonly from: 'definition table' | 'worksheet' | 'list';
}

/** A part that the document words in two ways. */
export interface Difference {
  /** "behaviour 7.1", "name of quality 2", "question 3", "conversation". */
  readonly part: string;
  readonly kept: Wording;
  readonly other: Wording;
}

/**
 * Every wording of every part. A definition table's counts before all others; among equals the most frequent, then the first.
 */
export class Wordings {
  readonly #parts = new Map<string, Wording[]>();

  add(part: string, wording: Wording): void {
    const known = this.#parts.get(part);
    if (known) known.push(wording);
    else this.#parts.set(part, [wording]);
  }

  all(part: string): readonly Wording[] {
    return this.#parts.get(part) ?? [];
  }

  kept(part: string): Wording | undefined {
    const known = this.all(part);
    const tables = known.filter((wording) => wording.from === 'definition table');
    return mostFrequent(tables.length > 0 ? tables : known);
  }

  /** By line of the wording that was not kept; each other wording once. */
  differences(): readonly Difference[] {
    const found = [...this.#parts].flatMap(([part, known]) => {
      const kept = this.kept(part);
      const others = new Map(known.toReversed().map((wording) => [wording.text, wording]));
      return kept ? [...others.values()].filter((other) => other.text !== kept.text).map((other) => ({ part, kept, other })) : [];
    });
    return found.sort((one, another) => one.other.line - another.other.line);
  }
}

const mostFrequent = (wordings: readonly Wording[]): Wording | undefined => {
  const times = new Map<string, number>();
  for (const { text } of wordings) times.set(text, (times.get(text) ?? 0) + 1);
  const most = [...times.values()].reduce((most, count) => Math.max(most, count), 0);
  return wordings.find(({ text }) => times.get(text) === most);
};
