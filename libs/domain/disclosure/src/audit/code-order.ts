const partsOf = (code: string): readonly string[] => code.split(/([0-9]+)/);

/** Below 0 where `a` comes first: as a person orders codes, 1.2 before 1.10. Numbers stand at the odd places of a code's parts. */
export const byCode = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, other] = [left[at] ?? '', right[at] ?? ''];
    if (at % 2 === 1 && Number(one) !== Number(other)) return Number(one) - Number(other);
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
};
