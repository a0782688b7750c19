import { byNumber, showControls } from '../show-controls';

/** Without a shape of their own; they join or vary what stands beside them. */
const shapeless = /[\u200c\u200d\ufe00-\ufe0f]/;

/**
 * Text that these faces can show: lines stay lines, what would be seen by nobody or turns others round is written out by its number, and so
 * is what no face has a shape for. Nothing is left out.
 */
export const printable =
  (covers: (character: number) => boolean) =>
  (text: string): string =>
    text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) =>
        Array.from(showControls(line.normalize('NFC')), (one) =>
          shapeless.test(one) || covers(one.codePointAt(0) ?? 0) ? one : byNumber(one),
        ).join(''),
      )
      .join('\n');

/** The same for every text within, however deep; numbers, keys and nulls stay as they are. */
export function throughout<Value>(value: Value, change: (text: string) => string): Value;
export function throughout(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: unknown) => throughout(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, throughout(one as unknown, change)]));
}
