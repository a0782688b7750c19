const collator = new Intl.Collator('en', { numeric: true });

/** The order in which a person would put codes: 1.2 before 1.10, and never two different ones as equal. */
export const inNaturalOrder = (one: string, other: string): number =>
  collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
