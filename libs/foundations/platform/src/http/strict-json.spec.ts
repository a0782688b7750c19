import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { DEEPEST, MOST_NAMES, readStrictJson } from './strict-json';

const why = (text: string): string | null => {
  const read = readStrictJson(text);
  return read.ok ? null : read.why;
};
/** A text inside as many lists as it takes to reach this depth. */
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
/** A string as JSON with each character written as it is or by its number. */
const spelled = (text: string, byNumber: readonly boolean[]): string =>
  `"${[...Array(text.length).keys()]
    .map((at) =>
      byNumber[at % byNumber.length] ? `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}` : JSON.stringify(text[at]).slice(1, -1),
    )
    .join('')}"`;

test('whatever a page of ours can write is read back the same', () => {
  const value = fc.jsonValue({ maxDepth: DEEPEST - 2 }).filter((json) => !JSON.stringify(json).includes('__proto__'));
  fc.assert(
    fc.property(value, fc.constantFrom('', ' ', '\n\t'), (json, space) => {
      const text = JSON.stringify(json, null, space);
      expect(readStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
  );
});

test('rows 52, 67: a name that occurs twice in one object is refused, however it is spelled and wherever it stands', () => {
  const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
  const name = fc.string({ maxLength: 8 }).filter((text) => text !== '__proto__');
  fc.assert(
    fc.property(
      name,
      flags,
      flags,
      fc.integer({ min: 0, max: DEEPEST - 2 }),
      fc.constantFrom('', ' ', '\r\n\t'),
      (key, a, b, depth, gap) => {
        const twice = `{${spelled(key, a)}${gap}:1,${spelled(`${key}!`, b)}:"}{",${spelled(key, b)}${gap}:2}`;
        const text = '{"a":['.repeat(Math.floor(depth / 2)) + twice + ']}'.repeat(Math.floor(depth / 2));
        expect(why(text)).toBe(`The name “${key.slice(0, 40)}” occurs twice.`);
      },
    ),
  );
});

test('the same name in two objects, and as a value, is no repetition', () => {
  const text = '{"a":{"a":"a"},"b":["a","a",{"a":1}]}';
  expect(readStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
});

test.each(['__proto__', '\\u005f_proto__', '__pr\\u006Fto__'])('row 52: the name %s is refused', (name) => {
  expect(why(`{"a":[{"${name}":{"role":"administrator"}}]}`)).toBe('The name “__proto__” is not allowed.');
});

test('row 67: nesting that only an attack has is refused, ten thousand levels like thirteen', () => {
  expect(why(nested(DEEPEST))).toBeNull();
  for (const depth of [DEEPEST + 1, 10_000]) expect(why(nested(depth))).toBe('Nested deeper than 12 levels.');
  expect(why('{"a":'.repeat(10_000))).toBe('Nested deeper than 12 levels.');
});

test('row 67: a million names are refused', () => {
  const names = (count: number): string => `{${[...Array(count).keys()].map((at) => `"${at}":0`).join()}}`;
  expect(why(names(MOST_NAMES))).toBeNull();
  for (const count of [MOST_NAMES + 1, 1_000_000]) expect(why(names(count))).toBe('More than 2000 names.');
});

test('row 67: a byte order mark is refused', () => {
  expect(why('\uFEFF{}')).toBe('The text begins with a byte order mark.');
});

test.each(['', '{', '}', '{"a":1}}', "{'a':1}", '{"a":1,}', '{"a" 1}', '{a:1}', '"open', '"\\', '{"\\u12":1}', 'NaN', '01', '{"a":1}{}'])(
  '%s is not JSON',
  (text) => expect(why(text)).toBe('This is not JSON.'),
);

test.each([
  ['names', (n: number) => `{${'"name":1,'.repeat(n)}`],
  ['one long string', (n: number) => `{"a":"${'\\"x '.repeat(n)}"}`],
  ['strings that never end', (n: number) => `{${'"\\"'.repeat(n)}`],
  ['white space after a string', (n: number) => `{"a"${'    '.repeat(n)}`],
  ['white space after every string', (n: number) => `{"a":["${'"    ,"'.repeat(n)}"]}`],
  ['brackets that close nothing', (n: number) => ']]}}'.repeat(n)],
])('row 67: reading %s takes time in proportion to its length', (_, write) => {
  const fastest = (text: string): number =>
    Math.min(
      ...[...Array(7).keys()].map(() => {
        const begun = performance.now();
        readStrictJson(text);
        return performance.now() - begun;
      }),
    );
  const [short, long] = [write(12_000), write(192_000)];
  // Sixteen times the text: about 16 in proportion, 256 if every character looked at all the others. 2 ms is what a clock cannot tell.
  expect(fastest(long)).toBeLessThan(64 * (fastest(short) + 2));
});
