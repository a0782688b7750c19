const parts = (code: string): string[] => code.split(/(\d+)/);

const comparePart = (a: string, b: string): number => {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Below 0 where `a` comes first. Numbers inside codes count as numbers: 1.2 before 1.10. The same on every machine. */
export const inNaturalOrder = (a: string, b: string): number => {
  const [left, right] = [parts(a), parts(b)];
  for (const [at, part] of left.entries()) {
    const order = comparePart(part, right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
};
