/**
 * The value of a calculation as docs/statistics.md writes it: numbers, letters that stand for one, + − × / and √ of what follows,
 * brackets. For the test of that page only.
 *
 * @throws Error where something else stands
 */
export const calculate = (text: string, letters: Readonly<Record<string, number>> = {}): number => {
  const left = text.match(/\d+(?:\.\d+)?|[A-Za-z]|\S/g) ?? [];
  const next = (...wanted: string[]): string | undefined => (wanted.includes(left[0] ?? '') ? left.shift() : undefined);

  const sum = (): number => {
    let value = product();
    for (let sign = next('+', '−'); sign !== undefined; sign = next('+', '−')) value += sign === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = single();
    for (let sign = next('×', '/'); sign !== undefined; sign = next('×', '/')) value *= sign === '×' ? single() : 1 / single();
    return value;
  };
  const single = (): number => {
    if (next('√')) return Math.sqrt(single());
    if (next('(')) {
      const value = sum();
      if (!next(')')) throw new Error(`A bracket is not closed in “${text}”.`);
      return value;
    }
    const word = left.shift() ?? '';
    const value = letters[word] ?? (/^\d/.test(word) ? Number(word) : undefined);
    if (value === undefined) throw new Error(`“${word}” is no number in “${text}”.`);
    return value;
  };

  const value = sum();
  if (left.length > 0) throw new Error(`“${left.join(' ')}” is left over of “${text}”.`);
  return value;
};
