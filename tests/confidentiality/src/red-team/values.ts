const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7([0-9a-f]{3})-/;
const TIME = /^\d{4}-\d{2}-\d{2}T/;

/** What may give an order away in a row's own columns: numbers, times, ids that hold a time, and lengths of what is hidden. */
export function valuesOf(row: Readonly<Record<string, unknown>>): Record<string, number[]> {
  const values: Record<string, number[]> = {};
  const note = (kind: string, value: number): void => void (values[kind] = [...(values[kind] ?? []), value]);
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'number') note('number', value);
    else if (typeof value === 'string') {
      const [, high, low, rest] = UUID_V7.exec(value) ?? [];
      if (high !== undefined) note('id time', parseInt(`${high}${low ?? ''}`, 16) * 4096 + parseInt(rest ?? '', 16));
      else if (TIME.test(value)) note('time', Date.parse(value));
      else if (column === 'box') note('size', value.length);
    }
  }
  return values;
}
